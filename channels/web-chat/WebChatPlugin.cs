using Spark.Channels.WebChat.Activities;
using Spark.Channels.WebChat.Conversations;
using Spark.Channels.WebChat.Identities;
using Spark.Channels.WebChat.Page;
using Spark.Channels.WebChat.Tokens;
using Spark.Channels.WebChat.Uploads;

namespace Spark.Channels.WebChat;

/// <summary>Offers the channel <c>web-chat</c>: Direct Line 3.0 by polling, and the page that chats over it.</summary>
public sealed class WebChatPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddChannel("web-chat", WebChatJson.Default.WebChatSettings, Create);
        builder.AddPreview("web-chat", WebChatPreview.Show);
    }

    private static WebChatChannel Create(WebChatSettings settings, ChannelServices services) =>
        Create(settings, services, Path.GetDirectoryName(typeof(WebChatPlugin).Assembly.Location) ?? "");

    internal static WebChatChannel Create(WebChatSettings settings, ChannelServices services, string folder)
    {
        var problems = settings.Problems();
        if (problems.Count > 0)
        {
            throw new ArgumentException(string.Join(" ", problems), nameof(settings));
        }

        var origins = new OriginPolicy(settings.AllowedOrigins, services.PublicUrl.GetLeftPart(UriPartial.Authority));
        var signer = new TokenSigner(settings.Secret!, services.InstanceId, services.Time);
        var callers = new Callers(settings.Secret!, signer);
        var mayUpload = settings.Uploads && services.Files is not null;
        return new WebChatChannel(
            new DirectLineRouter(
                new TokenEndpoints(signer, callers, new IdentityReader(settings.IdentitySecret, services.InstanceId, services.Time), settings.OpenToEveryone),
                new ConversationEndpoints(signer, callers, services.Feed),
                new ActivityEndpoints(callers, services.Feed, new FeedRenderer(settings.BotName)),
                new UploadEndpoint(callers, services.Feed, mayUpload ? services.Files : null, settings),
                origins),
            new ChatPage(
                settings,
                services.InstanceId,
                origins,
                new WebChatScript(Path.Combine(folder, "wwwroot")),
                mayUpload ? settings.MaxFileBytes : 0,
                services.PublicUrl.GetLeftPart(UriPartial.Authority)),
            mayUpload ? settings.MaxFileBytes + UploadEndpoint.Around : 0);
    }
}
