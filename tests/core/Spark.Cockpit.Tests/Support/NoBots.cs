using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Runtime.Bots;

namespace Spark.Cockpit.Tests.Support;

/// <summary>Compiles nothing.</summary>
internal sealed class NoBots : IBotCompiler
{
    public Bot? Compile(BotSource source) => null;
}
