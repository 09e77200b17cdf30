package io.github.realtimekit.webhooks.cli;

import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** The commands, in the order of the help page. */
enum Command {
  LIST(ListCommand.SUMMARY),
  GET(GetCommand.SUMMARY),
  CREATE(CreateCommand.SUMMARY),
  REPLACE(ReplaceCommand.SUMMARY),
  EDIT(EditCommand.SUMMARY),
  DELETE(DeleteCommand.SUMMARY),
  COMPLETION(CompletionCommand.SUMMARY);

  private final String summary;

  Command(String summary) {
    this.summary = summary;
  }

  /** What it does, in a line. */
  String summary() {
    return summary;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** All that it takes. */
  CommandSpec spec() {
    return switch (this) {
      case LIST -> new ListCommand().spec();
      case GET -> new GetCommand().spec();
      case CREATE -> new CreateCommand().spec();
      case REPLACE -> new ReplaceCommand().spec();
      case EDIT -> new EditCommand().spec();
      case DELETE -> new DeleteCommand().spec();
      case COMPLETION -> new CompletionCommand().spec();
    };
  }
}
