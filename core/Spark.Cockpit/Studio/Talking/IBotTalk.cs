using Spark.Engine.Reading;
using Spark.Runtime;

namespace Spark.Cockpit.Studio.Talking;

/// <summary>
/// Conversations that designers try on files that nobody has published. Each is played from its beginning in memory: nothing is kept between
/// two calls, nothing is stored and nothing outside is touched.
/// </summary>
public interface IBotTalk
{
    /// <summary>The channels that the installed plugins offer.</summary>
    IReadOnlyList<StudioChannel> Channels { get; }

    /// <summary>Plays a conversation.</summary>
    /// <returns>The conversation; nothing but findings when the bot has errors.</returns>
    /// <exception cref="OperatorException">The script means nothing; the message says what is wrong with it.</exception>
    ValueTask<StudioTalk> PlayAsync(BotSource source, StudioScript script, CancellationToken cancellationToken);

    /// <summary>Plays a conversation, makes a test of it, and plays that.</summary>
    /// <returns>The test; nothing but findings when the bot has errors.</returns>
    /// <exception cref="OperatorException">The script or the order means nothing, or the conversation cannot be a test; the message says why.</exception>
    ValueTask<StudioTestDraft> WriteTestAsync(BotSource source, StudioScript script, StudioTestOrder order, CancellationToken cancellationToken);
}
