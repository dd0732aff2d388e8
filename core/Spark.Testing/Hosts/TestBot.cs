using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Runtime.Bots;

namespace Spark.Testing.Hosts;

/// <summary>The bot under test, which is also the only one that its host can compile.</summary>
/// <param name="bot">The bot.</param>
/// <param name="source">Its files.</param>
internal sealed class TestBot(Bot bot, BotSource source) : IBotCompiler
{
    /// <summary>The bot.</summary>
    public Bot Bot => bot;

    /// <summary>The bot with its files, to be published.</summary>
    public BotSnapshot Snapshot { get; } = new(bot, source);

    /// <inheritdoc/>
    public Bot? Compile(BotSource source) => bot;
}
