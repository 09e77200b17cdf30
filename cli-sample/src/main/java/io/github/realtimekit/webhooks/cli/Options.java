package io.github.realtimekit.webhooks.cli;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options as data: to find annotations takes a third of a start. */
final class Options {
  private Options() {}

  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names).description(description).build();
  }

  static boolean isGiven(OptionSpec flag) {
    return Boolean.TRUE.equals(flag.getValue());
  }

  /** Options under a heading of their own. */
  static ArgGroupSpec section(String heading, OptionSpec... options) {
    ArgGroupSpec.Builder section = ArgGroupSpec.builder().validate(false).heading(heading);
    for (OptionSpec option : options) {
      section.addArg(option);
    }
    return section.build();
  }
}
