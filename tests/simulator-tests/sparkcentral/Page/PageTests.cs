using System.Net;
using System.Text.RegularExpressions;
using Spark.Simulators.Sparkcentral.Tests.Support;

namespace Spark.Simulators.Sparkcentral.Tests.Page;

public sealed partial class PageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_page_comes_with_all_that_it_refers_to_from_the_program_itself()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        var page = await simulator.Http.GetStringAsync(new Uri("/", UriKind.Relative), Token);
        var waiting = new Queue<string>(Links().Matches(page).Select(link => link.Groups["path"].Value));
        var seen = new HashSet<string>(StringComparer.Ordinal);

        waiting.Count.ShouldBe(2);
        while (waiting.TryDequeue(out var path))
        {
            if (!seen.Add(path))
            {
                continue;
            }

            using var response = await simulator.Http.GetAsync(new Uri(path, UriKind.Relative), Token);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            var text = await response.Content.ReadAsStringAsync(Token);
            foreach (Match import in Imports().Matches(text))
            {
                waiting.Enqueue($"/{import.Groups["file"].Value}");
            }
        }

        seen.Contains("/desk.js").ShouldBeTrue();
        page.ShouldNotContain("//cdn");
    }

    [GeneratedRegex("""(?:href|src)="(?<path>/[^"]+)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Links();

    [GeneratedRegex("""from '\./(?<file>[^']+)'""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Imports();
}
