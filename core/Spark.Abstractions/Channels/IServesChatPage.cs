namespace Spark.Channels;

/// <summary>
/// A channel that brings a page on which people chat. The host answers <c>/chat</c> and what lies below it with what
/// <see cref="IChannel.ReceiveAsync"/> answers to <c>GET</c> of the path <c>chat</c> and below.
/// </summary>
public interface IServesChatPage
{
    /// <summary>Null when the page can be served; otherwise what is missing and how to get it, in a sentence.</summary>
    string? Missing { get; }
}
