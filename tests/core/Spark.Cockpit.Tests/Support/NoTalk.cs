using Spark.Cockpit.Studio.Talking;
using Spark.Engine.Reading;

namespace Spark.Cockpit.Tests.Support;

/// <summary>Plays nothing.</summary>
internal sealed class NoTalk : IBotTalk
{
    public IReadOnlyList<StudioChannel> Channels => [];

    public ValueTask<StudioTalk> PlayAsync(BotSource source, StudioScript script, CancellationToken cancellationToken) => new(StudioTalk.Of([]));

    public ValueTask<StudioTestDraft> WriteTestAsync(BotSource source, StudioScript script, StudioTestOrder order, CancellationToken cancellationToken) =>
        new(new StudioTestDraft("", "", [], null));
}
