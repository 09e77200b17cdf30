// Generated from realtimekit-webhooks.yaml by OpenAPI Generator with the templates of api-client.
// Do not edit.

package io.github.realtimekit.webhooks;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Operations that return futures. Each completes with the data in the response or with a {@link
 * RealtimeKitException}; with an {@link IllegalStateException} if the client is closed.
 *
 * <p>Canceling a future cancels its call at once. Dependent stages usually run on a thread of
 * OkHttp's dispatcher, so they should not block. Thread-safe.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
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
   * Creates a meeting.
   *
   * @return a future of the {@code Meeting} in the response
   */
  public CompletableFuture<Meeting> createMeeting(MeetingRequest meetingRequest) {
    return this.calls.payloadAsync(this.api.createMeeting(accountId, appId, meetingRequest));
  }

  /**
   * Deletes a meeting.
   *
   * @param meetingId ID of the meeting
   * @return a future of the {@code Meeting} in the response
   */
  public CompletableFuture<Meeting> deleteMeeting(UUID meetingId) {
    return this.calls.payloadAsync(this.api.deleteMeeting(accountId, appId, meetingId.toString()));
  }

  /**
   * Edits a meeting.
   *
   * @param meetingId ID of the meeting
   * @return a future of the {@code Meeting} in the response
   */
  public CompletableFuture<Meeting> editMeeting(UUID meetingId, MeetingRequest meetingRequest) {
    return this.calls.payloadAsync(
        this.api.editMeeting(accountId, appId, meetingId.toString(), meetingRequest));
  }

  /**
   * Fetches a meeting.
   *
   * @param meetingId ID of the meeting
   * @return a future of the {@code Meeting} in the response
   */
  public CompletableFuture<Meeting> getMeeting(UUID meetingId) {
    return this.calls.payloadAsync(this.api.getMeeting(accountId, appId, meetingId.toString()));
  }

  /**
   * Lists the meetings.
   *
   * @param params optional parameters
   * @return a future of the {@code List<Meeting>} in the response
   */
  public CompletableFuture<List<Meeting>> listMeetings(MeetingsClient.ListMeetingsParams params) {
    return this.calls.payloadAsync(
        this.api.listMeetings(accountId, appId, params.pageNo, params.perPage, params.startTime));
  }

  /** Calls {@link #listMeetings} without optional parameters. */
  public CompletableFuture<List<Meeting>> listMeetings() {
    return listMeetings(MeetingsClient.ListMeetingsParams.NONE);
  }

  /** Calls {@link #listMeetings}, and returns a future of the whole envelope. */
  public CompletableFuture<MeetingListResponse> listMeetingsPage(
      MeetingsClient.ListMeetingsParams params) {
    return this.calls.bodyAsync(
        this.api.listMeetings(accountId, appId, params.pageNo, params.perPage, params.startTime));
  }
}
