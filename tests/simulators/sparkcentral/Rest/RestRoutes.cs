using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.Rest;

/// <summary>The paths of the virtual agent's API, by profile.</summary>
internal static class RestRoutes
{
    public static void MapRest(this WebApplication app, WireProfile profile)
    {
        var isClassic = profile != WireProfile.Inbox2;
        var root = isClassic ? "/virtual-agent" : "/inbox/v1/virtual-agent";
        var token = isClassic ? "/virtual-agent/oauth2/token" : "/oauth2/token";

        // The successor's reference declares POST for uploads and says PUT in its prose.
        string[] uploadMethods = isClassic ? [HttpMethods.Put] : [HttpMethods.Put, HttpMethods.Post];

        app.MapPost(token, (HttpContext context, RestSurface surface, TokenEndpoint endpoint) =>
            surface.RunAsync(context, RestTarget.Token, endpoint.RunAsync));
        app.MapPost($"{root}/conversations/{{conversationId}}", (HttpContext context, RestSurface surface, ManipulateEndpoint endpoint) =>
            surface.RunAsync(context, RestTarget.Manipulate, endpoint.RunAsync));
        app.MapMethods(
            $"{root}/conversations/{{conversationId}}/attachments/{{fileName}}",
            uploadMethods,
            (HttpContext context, RestSurface surface, UploadEndpoint endpoint) =>
                surface.RunAsync(context, RestTarget.Upload, endpoint.RunAsync));
    }
}
