using Spark.Messages;

namespace Spark.Channels;

/// <summary>What a host's <see cref="IPluginBuilder"/> is too, since contract 1.4. Plugins call <see cref="PreviewBuilderExtensions"/>.</summary>
public interface IPreviewBuilder
{
    /// <summary>
    /// Tells how a channel that was offered before shows a message, so that designers see it while they try a bot. It must render as the channel's
    /// instances do by default, only compute, and send nothing; it is called from many threads at once.
    /// </summary>
    /// <param name="channel">The channel's id.</param>
    /// <param name="show">What is sent for a message, in order; empty for nothing.</param>
    void AddPreview(string channel, Func<OutboundMessage, IReadOnlyList<MessagePreview>> show);
}
