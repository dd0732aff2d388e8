using Spark.Channels;
using Spark.Messages;

namespace Spark.Plugins.Catalog;

/// <summary>A channel that may tell how it shows a message.</summary>
internal interface IPreviewedOffer : IOffer
{
    /// <summary>What it sends for a message; null when it does not tell.</summary>
    Func<OutboundMessage, IReadOnlyList<MessagePreview>>? Show { get; set; }
}
