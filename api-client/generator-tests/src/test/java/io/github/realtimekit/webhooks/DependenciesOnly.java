package io.github.realtimekit.webhooks;

/** Hides the client under test, whose classes have the names of the generated ones. */
final class DependenciesOnly extends ClassLoader {
  DependenciesOnly() {
    super(DependenciesOnly.class.getClassLoader());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (name.startsWith("io.github.realtimekit.webhooks.")) {
      throw new ClassNotFoundException(name);
    }
    return super.loadClass(name, resolve);
  }
}
