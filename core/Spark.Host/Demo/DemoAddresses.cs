using System.Globalization;
using System.Text.RegularExpressions;

namespace Spark.Host.Demo;

/// <summary>
/// Moves the loopback addresses of the demo's environment to free ports, each to the same new one wherever it is written,
/// so that a newcomer's other programs are not in the way.
/// </summary>
internal sealed partial class DemoAddresses
{
    private readonly Dictionary<int, int> moved = [];

    public DemoAddresses(string environment)
    {
        var taken = new HashSet<int>();
        foreach (var wished in Address().Matches(environment).Select(Port).Distinct().Order().ToList())
        {
            moved[wished] = FreePort.AtOrAbove(wished, taken);
            taken.Add(moved[wished]);
        }

        Moved = Move(environment);
    }

    /// <summary>The environment with the new ports.</summary>
    public string Moved { get; }

    /// <summary>Another text of the demo, with the same ports.</summary>
    public string Move(string text) => Address().Replace(
        text,
        match => string.Create(CultureInfo.InvariantCulture, $"{match.Groups["host"].Value}:{moved.GetValueOrDefault(Port(match), Port(match))}"));

    private static int Port(Match match) => int.Parse(match.Groups["port"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<host>http://127\\.0\\.0\\.1):(?<port>[0-9]{1,5})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Address();
}
