using Spark.Cockpit.Studio.Intents;
using Spark.Engine.Reading;

namespace Spark.Cockpit.Tests.Support;

/// <summary>Stands where the host gives what bots understand: here are no plugins, and no bot is read.</summary>
internal sealed class NoUnderstanding : IBotUnderstanding
{
    public StudioVerdict? Try(BotSource source, string language, string text) => null;

    public StudioOverlaps? Judge(BotSource source, string language, CancellationToken cancellationToken) => null;
}
