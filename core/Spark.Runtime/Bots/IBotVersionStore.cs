using Spark.Engine.Reading;

namespace Spark.Runtime.Bots;

/// <summary>Keeps every version of a bot that ever answered, for episodes that are pinned to it.</summary>
public interface IBotVersionStore
{
    /// <summary>Keeps a version. A version that is there already stays as it is: it is named by its content.</summary>
    ValueTask PutAsync(string bot, string version, BotSource source, CancellationToken cancellationToken);

    /// <summary>The files of a version; null when it was never kept.</summary>
    ValueTask<BotSource?> FindAsync(string bot, string version, CancellationToken cancellationToken);
}
