using Spark.Engine.Definitions;
using Spark.Engine.Reading;
using Spark.Runtime.Bots;

namespace Spark.Runtime.Tests.Support;

/// <summary>Compiles the sources of <see cref="TestBots"/>, and counts how often.</summary>
public sealed class TestCompiler : IBotCompiler
{
    public int Count { get; private set; }

    public Bot? Compile(BotSource source)
    {
        Count++;
        return source.Files["bot.yaml"] == "broken" ? null : TestBots.Make(source.Name, source.Files["bot.yaml"]);
    }
}
