using Spark.Cockpit.Studio;
using Spark.Engine.Conversations;
using Spark.Engine.Reading;
using Spark.Engine.Reading.Schemas;
using Spark.Runtime.Recording;

namespace Spark.Cockpit.Tests.Support;

/// <summary>Finds nothing, plays nothing.</summary>
internal sealed class NoStudio : IBotStudio
{
    public IReadOnlyList<Finding> Check(BotSource source) => [];

    public string Schema(SchemaKind kind) => "{}";

    public ValueTask<StudioTests> TestAsync(BotSource source, CancellationToken cancellationToken) => new(new StudioTests([], [], []));

    public IReadOnlyList<KeyValuePair<string, string>> Why(ConversationRecord record, EffectRef effect) => [];
}
