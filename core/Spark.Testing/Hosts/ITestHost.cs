using Spark.Engine.Conversations;

namespace Spark.Testing.Hosts;

/// <summary>A host with one conversation, as a test plays with it. Whatever kills it, it starts again and goes on.</summary>
internal interface ITestHost : IAsyncDisposable
{
    /// <summary>Delivers an event until the host has accepted it, again when the host dies before that; what follows from it is not awaited.</summary>
    /// <param name="key">By which the event is known when it comes again; what a channel received has keys of its own.</param>
    /// <param name="happened">What a channel received, or news of a ticket. Its clock and seed are the host's.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task DeliverAsync(string key, ConversationEvent happened, CancellationToken cancellationToken);

    /// <summary>Lets everything be done that the host wants done now.</summary>
    Task SettleAsync(CancellationToken cancellationToken);

    /// <summary>Lets time pass, and everything happen that is due meanwhile.</summary>
    Task AdvanceAsync(TimeSpan by, CancellationToken cancellationToken);

    /// <summary>Kills the host and starts it again.</summary>
    Task RestartAsync(CancellationToken cancellationToken);

    /// <summary>How the conversation stands; null before its first turn.</summary>
    ValueTask<ConversationState?> ReadAsync(CancellationToken cancellationToken);
}
