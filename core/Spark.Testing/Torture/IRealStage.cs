using Spark.Testing.Hosts;
using Spark.Testing.Playing;

namespace Spark.Testing.Torture;

/// <summary>Plays tests on a host that is a process of its own, with its database in a file.</summary>
internal interface IRealStage
{
    /// <summary>Plays a test again and again, and kills the process each time behind another of its writes, from the first ones to the last.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="test">The test, as it went in memory.</param>
    /// <param name="cancellationToken">Ends the runs.</param>
    IAsyncEnumerable<(Hardship Hardship, PlayedTest Played)> PlayAsync(TestBot bot, PlayedTest test, CancellationToken cancellationToken);
}
