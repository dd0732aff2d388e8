using Spark.Channels.WebChat.Activities;
using Spark.Channels.WebChat.Conversations;
using Spark.Channels.WebChat.Page;
using Spark.Channels.WebChat.Tokens;

namespace Spark.Channels.WebChat;

/// <summary>Offers the channel <c>web-chat</c>: Direct Line 3.0 by polling, and the page that chats over it.</summary>
public sealed class WebChatPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddChannel("web-chat", WebChatJson.Default.WebChatSettings, Create);
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

        var origins = new OriginPolicy(settings.AllowedOrigins);
        var signer = new TokenSigner(settings.Secret!, services.InstanceId, services.Time);
        var callers = new Callers(settings.Secret!, signer);
        return new WebChatChannel(
            new DirectLineRouter(
                new TokenEndpoints(signer, callers, settings.OpenToEveryone),
                new ConversationEndpoints(signer, callers, services.Feed),
                new ActivityEndpoints(callers, services.Feed, new FeedRenderer(settings.BotName)),
                origins),
            new ChatPage(settings, services.InstanceId, origins, new WebChatScript(Path.Combine(folder, "wwwroot"))));
    }
}
