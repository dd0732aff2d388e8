using Spark.Engine.Definitions;
using Spark.Engine.Reading;

namespace Spark.Runtime.Bots;

/// <summary>Compiles versions that were kept. The host gives it, because it knows what the installed plugins offer.</summary>
public interface IBotCompiler
{
    /// <summary>The bot; null when it does not compile any more.</summary>
    Bot? Compile(BotSource source);
}
