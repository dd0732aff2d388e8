using Spark.Engine.Reading;
using Spark.Runtime.Stores;

namespace Spark.Runtime.Bots;

/// <summary>Keeps the trained classifiers of each version of a bot beside its files, so that no other node, and no restart, trains them again.</summary>
public interface IBotModelStore
{
    /// <summary>Keeps models of a version. One that is there already stays as it is: it is named by what it was trained on.</summary>
    /// <param name="bot">The bot's id.</param>
    /// <param name="version">The version, which is kept already.</param>
    /// <param name="models">The models.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask PutAsync(string bot, string version, IReadOnlyList<BotModel> models, CancellationToken cancellationToken);

    /// <summary>The models of a version; none where it was kept without, or is not known.</summary>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<IReadOnlyList<BotModel>> ReadAsync(string bot, string version, CancellationToken cancellationToken);
}
