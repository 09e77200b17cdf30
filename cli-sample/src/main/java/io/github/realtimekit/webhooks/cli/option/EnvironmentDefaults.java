package io.github.realtimekit.webhooks.cli.option;

import java.lang.reflect.AnnotatedElement;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Option;

/**
 * Resolves defaults of the form <code>${env:NAME}</code> against the environment of the run.
 * Picocli would ask that of the process, which tests cannot change. An empty variable counts as not
 * set.
 */
public final class EnvironmentDefaults implements IDefaultValueProvider {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:(\\w+)}");

  private final Map<String, String> environment;

  public EnvironmentDefaults(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public @Nullable String defaultValue(ArgSpec arg) {
    if (!(arg.userObject() instanceof AnnotatedElement element)
        || !element.isAnnotationPresent(Option.class)) {
      return null;
    }
    Matcher variable = VARIABLE.matcher(element.getAnnotation(Option.class).defaultValue());
    if (!variable.matches()) {
      return null;
    }
    String value = environment.getOrDefault(variable.group(1), "");
    return value.isEmpty() ? Option.NULL_VALUE : value;
  }
}
