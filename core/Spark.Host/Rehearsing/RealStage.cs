using System.Diagnostics;
using System.Runtime.CompilerServices;
using Spark.Testing.Hosts;
using Spark.Testing.Outside;
using Spark.Testing.Playing;
using Spark.Testing.Torture;

namespace Spark.Host.Rehearsing;

/// <summary>Plays tests on processes of this program, each with a database of its own.</summary>
/// <param name="program">The program: this one, or the one that starts it.</param>
/// <param name="arguments">What comes before the command.</param>
/// <param name="botFolder">The bot's folder.</param>
/// <param name="plugins">The folder of plugins.</param>
internal sealed class RealStage(string program, IReadOnlyList<string> arguments, string botFolder, string plugins) : IRealStage
{
    /// <summary>Behind so many of a test's writes a process is killed: starting processes takes what most of the time goes to.</summary>
    private const int MostKills = 4;

    /// <summary>The hidden command that runs such a process.</summary>
    public const string Command = "rehearse";

    /// <summary>The stage of this very program.</summary>
    public static RealStage OfThisProgram(string botFolder, string plugins)
    {
        // "dotnet spark.dll" needs the assembly's name again; an executable of its own does not.
        var program = Environment.ProcessPath!;
        var isShared = Path.GetFileNameWithoutExtension(program).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        return new(program, isShared ? [Path.Combine(AppContext.BaseDirectory, "spark.dll")] : [], botFolder, plugins);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<(Hardship Hardship, PlayedTest Played)> PlayAsync(
        TestBot bot, PlayedTest test, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (calm, writes) = await PlayAsync(test, 0, cancellationToken);
        yield return (Hardship.None, calm);
        var kills = Math.Min(writes, MostKills);
        var points = Enumerable.Range(1, kills).Select(number => number * writes / kills).ToList();
        var runs = await SuiteRunner.EachAsync(points, point => PlayAsync(test, point, cancellationToken), cancellationToken);
        foreach (var (point, run) in points.Zip(runs))
        {
            yield return (new Hardship { KillAfter = point }, run.Played);
        }
    }

    private async Task<(PlayedTest Played, int Writes)> PlayAsync(PlayedTest test, int killAfter, CancellationToken cancellationToken)
    {
        var data = Directory.CreateTempSubdirectory("spark-test-");
        try
        {
            var outside = new FarSide(test.Test.Given, refusesFirst: false);
            var host = new ChildHost(stopAfter => Start(data.FullName, test.Test.Channel, stopAfter), outside, killAfter);
            await using (host)
            {
                await host.StartAsync(cancellationToken);
                var player = new TestPlayer(test.Test, host, outside, words: null, doubles: false);
                var ended = await player.PlayAsync(cancellationToken);
                return (new() { Test = test.Test, Lines = player.Lines, Problems = player.Problems, Ended = ended }, host.Writes);
            }
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }

    private ProcessStartInfo Start(string data, string channel, int stopAfter)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var argument in (IEnumerable<string>)
                 [
                     .. arguments, Command, botFolder, "--data", data, "--plugins", plugins, "--channel", channel,
                     "--stop-after", FormattableString.Invariant($"{stopAfter}"),
                 ])
        {
            start.ArgumentList.Add(argument);
        }

        return start;
    }
}
