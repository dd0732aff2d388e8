using Spark.Runtime.Stores;

namespace Spark.Runtime.Bots;

/// <summary>Switches bots off and on again, on every node. A bot that is off answers what comes with its dialog for <c>disabled</c>.</summary>
public interface IBotSwitch
{
    /// <summary>Switches a bot, and raises the revision when that changes anything.</summary>
    /// <param name="bot">The bot's id.</param>
    /// <param name="isOn">False to switch it off.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when no such bot is published.</returns>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<bool> SwitchAsync(string bot, bool isOn, CancellationToken cancellationToken);
}
