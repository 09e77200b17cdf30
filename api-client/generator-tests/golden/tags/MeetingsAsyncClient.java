package io.github.realtimekit.webhooks;

import java.math.BigDecimal;
import java.net.URI;
import java.time.*;
import java.util.*;
import java.util.concurrent.CompletableFuture;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/**
 * Operations that return futures: of the data in the response, or failed with a {@link RealtimeKitException}.
 *
 * <p>Cancelling a future cancels its call at once. Dependent stages run on a thread of OkHttp's dispatcher, so they
 * should not block. Thread-safe.
 */
public final class MeetingsAsyncClient {
  private final Calls calls;
  private final MeetingsApi api;
  private final String accountId;
  private final String appId;

  MeetingsAsyncClient(Calls calls, MeetingsApi api, String accountId, String appId) {
    this.calls = calls;
    this.api = api;
    this.accountId = accountId;
    this.appId = appId;
  }

  /**
   * {@literal Creates a meeting.}
   *
   * <table>
   *   <caption>Responses</caption>
   *   <tr><th>Status code</th><th>Meaning</th></tr>
   *   <tr><td>201</td><td>{@literal Done}</td></tr>
   *   <tr><td>401</td><td>{@literal Unauthorized}</td></tr>
   * </table>
   *
   * @param meetingRequest {@literal }
   * @return a future of the {@code Meeting} in the response
   */
  public CompletableFuture<Meeting> createMeeting(MeetingRequest meetingRequest) {
    return this.calls.payloadAsync(this.api.createMeeting(accountId, appId, meetingRequest));
  }

  /**
   * {@literal Deletes a meeting.}
   *
   * <table>
   *   <caption>Responses</caption>
   *   <tr><th>Status code</th><th>Meaning</th></tr>
   *   <tr><td>200</td><td>{@literal Done}</td></tr>
   *   <tr><td>401</td><td>{@literal Unauthorized}</td></tr>
   * </table>
   *
   * @param meetingId {@literal ID of the meeting}
   * @return a future of the {@code Meeting} in the response
   */
  public CompletableFuture<Meeting> deleteMeeting(UUID meetingId) {
    return this.calls.payloadAsync(this.api.deleteMeeting(accountId, appId, meetingId.toString()));
  }

  /**
   * {@literal Edits a meeting.}
   *
   * <table>
   *   <caption>Responses</caption>
   *   <tr><th>Status code</th><th>Meaning</th></tr>
   *   <tr><td>200</td><td>{@literal Done}</td></tr>
   *   <tr><td>401</td><td>{@literal Unauthorized}</td></tr>
   * </table>
   *
   * @param meetingId {@literal ID of the meeting}
   * @param meetingRequest {@literal }
   * @return a future of the {@code Meeting} in the response
   */
  public CompletableFuture<Meeting> editMeeting(UUID meetingId, MeetingRequest meetingRequest) {
    return this.calls.payloadAsync(this.api.editMeeting(accountId, appId, meetingId.toString(), meetingRequest));
  }

  /**
   * {@literal Fetches a meeting.}
   *
   * <table>
   *   <caption>Responses</caption>
   *   <tr><th>Status code</th><th>Meaning</th></tr>
   *   <tr><td>200</td><td>{@literal Done}</td></tr>
   *   <tr><td>401</td><td>{@literal Unauthorized}</td></tr>
   * </table>
   *
   * @param meetingId {@literal ID of the meeting}
   * @return a future of the {@code Meeting} in the response
   */
  public CompletableFuture<Meeting> getMeeting(UUID meetingId) {
    return this.calls.payloadAsync(this.api.getMeeting(accountId, appId, meetingId.toString()));
  }

  /**
   * {@literal Lists the meetings.}
   *
   * <table>
   *   <caption>Responses</caption>
   *   <tr><th>Status code</th><th>Meaning</th></tr>
   *   <tr><td>200</td><td>{@literal Done}</td></tr>
   *   <tr><td>401</td><td>{@literal Unauthorized}</td></tr>
   * </table>
   *
   * @param params optional parameters
   * @return a future of the {@code List<Meeting>} in the response
   */
  public CompletableFuture<List<Meeting>> listMeetings(MeetingsClient.ListMeetingsParams params) {
    return this.calls.payloadAsync(this.api.listMeetings(accountId, appId, params.pageNo, params.perPage, params.startTime));
  }

  /** Calls {@link #listMeetings} without optional parameters. */
  public CompletableFuture<List<Meeting>> listMeetings() {
    return listMeetings(MeetingsClient.ListMeetingsParams.NONE);
  }

  /** Calls {@link #listMeetings}, and returns a future of the whole envelope. */
  public CompletableFuture<MeetingListResponse> listMeetingsPage(MeetingsClient.ListMeetingsParams params) {
    return this.calls.bodyAsync(this.api.listMeetings(accountId, appId, params.pageNo, params.perPage, params.startTime));
  }
}
