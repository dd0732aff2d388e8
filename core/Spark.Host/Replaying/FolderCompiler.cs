using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Runtime.Bots;

namespace Spark.Host.Replaying;

/// <summary>Compiles kept versions against the plugins of a folder.</summary>
internal sealed class FolderCompiler(InstalledOffers offers) : IBotCompiler
{
    /// <inheritdoc/>
    public Bot? Compile(BotSource source) => BotReader.Read(source, offers).Bot;
}
