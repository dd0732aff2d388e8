using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Plugins;
using Spark.Runtime.Bots;

namespace Spark.Host.Bots;

/// <summary>Compiles kept versions against the plugins that are installed now.</summary>
internal sealed class InstalledBotCompiler(PluginHost plugins) : IBotCompiler
{
    public Bot? Compile(BotSource source) => BotReader.ReadKept(source, plugins.Catalog.Offers);
}
