using Spark.Engine.Conversations;
using Spark.Engine.Reading;
using Spark.Engine.Reading.Schemas;
using Spark.Runtime.Recording;

namespace Spark.Cockpit.Studio;

/// <summary>What a designer tries on files that nobody has published. The host gives it, because it knows the installed plugins.</summary>
public interface IBotStudio
{
    /// <summary>What the checker says of a bot's files.</summary>
    IReadOnlyList<Finding> Check(BotSource source);

    /// <summary>The JSON Schema of a kind of file, with the actions of the installed plugins.</summary>
    string Schema(SchemaKind kind);

    /// <summary>Plays the conversations that the bot is tested with.</summary>
    /// <returns>How each went; nothing but findings when the bot or its tests have errors.</returns>
    ValueTask<StudioTests> TestAsync(BotSource source, CancellationToken cancellationToken);

    /// <summary>What is behind an effect of a recorded conversation: names and what they are.</summary>
    /// <returns>Nothing when a replay gives no such effect.</returns>
    IReadOnlyList<KeyValuePair<string, string>> Why(ConversationRecord record, EffectRef effect);
}
