using Spark.Engine.Reading;

namespace Spark.Runtime.Bots;

/// <summary>What an operator does with the versions of bots on a running host. The host gives it, because it knows the installed plugins.</summary>
public interface IBotDesk
{
    /// <summary>Checks a bot's files and publishes them as a version; published nothing when there are errors.</summary>
    ValueTask<PublishOutcome> PublishAsync(BotSource source, PublishOrder order, CancellationToken cancellationToken);

    /// <summary>Goes back to a version that was published before.</summary>
    /// <exception cref="OperatorException">There is no such version, or it does not compile any more.</exception>
    ValueTask<Release> RollBackAsync(string bot, string? version, PublishOrder order, CancellationToken cancellationToken);

    /// <summary>The actions of a kept version that no installed plugin offers as they were when it was published; empty when all fit.</summary>
    ValueTask<IReadOnlyList<string>> FindMisfitsAsync(string bot, string version, CancellationToken cancellationToken);
}
