// Generated from realtimekit-webhooks.yaml by OpenAPI Generator with the templates of api-client.
// Do not edit.

package io.github.realtimekit.webhooks;

import java.time.Instant;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.Headers;
import retrofit2.http.Path;
import retrofit2.http.Query;

/**
 * Operations as Retrofit's calls, which can be canceled, and return status code, headers and body
 * as they were received.
 *
 * <p>A call throws {@link IllegalArgumentException} before it sends anything if a path value is
 * blank, "." or "..", or contains a control character.
 */
@Generated("org.openapitools.codegen.languages.JavaClientCodegen")
public interface MeetingsApi {
  /** Creates a meeting. */
  @Headers("Content-Type: application/json")
  @HTTP(
      method = "POST",
      path = "accounts/{account_id}/realtime/kit/{app_id}/meetings",
      hasBody = true)
  Call<MeetingResponse> createMeeting(
      @Path(value = "account_id", encoded = true) String accountId,
      @Path(value = "app_id", encoded = true) String appId,
      @Body MeetingRequest meetingRequest);

  /** Deletes a meeting. */
  @DELETE("accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}")
  Call<MeetingResponse> deleteMeeting(
      @Path(value = "account_id", encoded = true) String accountId,
      @Path(value = "app_id", encoded = true) String appId,
      @Path(value = "meeting_id", encoded = true) String meetingId);

  /** Edits a meeting. */
  @Headers("Content-Type: application/json")
  @HTTP(
      method = "PATCH",
      path = "accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}",
      hasBody = true)
  Call<MeetingResponse> editMeeting(
      @Path(value = "account_id", encoded = true) String accountId,
      @Path(value = "app_id", encoded = true) String appId,
      @Path(value = "meeting_id", encoded = true) String meetingId,
      @Body MeetingRequest meetingRequest);

  /** Fetches a meeting. */
  @GET("accounts/{account_id}/realtime/kit/{app_id}/meetings/{meeting_id}")
  Call<MeetingResponse> getMeeting(
      @Path(value = "account_id", encoded = true) String accountId,
      @Path(value = "app_id", encoded = true) String appId,
      @Path(value = "meeting_id", encoded = true) String meetingId);

  /** Lists the meetings. */
  @GET("accounts/{account_id}/realtime/kit/{app_id}/meetings")
  Call<MeetingListResponse> listMeetings(
      @Path(value = "account_id", encoded = true) String accountId,
      @Path(value = "app_id", encoded = true) String appId,
      @Query("page_no") @Nullable Integer pageNo,
      @Query("per_page") @Nullable Integer perPage,
      @Query("start_time") @Nullable Instant startTime);

  /** Lists the meetings. */
  @GET("accounts/{account_id}/realtime/kit/{app_id}/meetings")
  Call<MeetingListResponse> listMeetings(
      @Path(value = "account_id", encoded = true) String accountId,
      @Path(value = "app_id", encoded = true) String appId);
}
