using Spark.Messages;

namespace Spark.Channels;

/// <summary>Lets a plugin tell how its channels show messages where it offers everything else.</summary>
public static class PreviewBuilderExtensions
{
    /// <summary>Tells how a channel shows a message, as <see cref="IPreviewBuilder"/> says. A host that shows none takes no notice. Since contract 1.4.</summary>
    /// <param name="builder">The plugin's builder.</param>
    /// <param name="channel">The id of a channel that was offered before.</param>
    /// <param name="show">What is sent for a message, in order; empty for nothing.</param>
    public static void AddPreview(this IPluginBuilder builder, string channel, Func<OutboundMessage, IReadOnlyList<MessagePreview>> show) =>
        (builder as IPreviewBuilder)?.AddPreview(channel, show);
}
