using System.Diagnostics;
using System.Text;
using Spark.Engine.Reading;

namespace Spark.Engine.Tests.Reading;

/// <summary>Whatever stands in a bot's files, reading them says something and never throws.</summary>
public sealed class MutationTests
{
    private const string Signs = "{}[]\"'#:!&*%@|>-?, \t\n\r\\$()~^<=/.`0aé😀\u0001\uFEFF\u2028\uD800";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Random_mutations_of_the_demo_bot_never_throw()
    {
        var source = await BotFolder.LoadAsync(Path.Combine(AppContext.BaseDirectory, "it-support"), Token);
        var paths = source.Files.Keys.ToList();
        var random = new Random(4711);
        for (var round = 0; round < 600; round++)
        {
            var files = new Dictionary<string, string>(source.Files, StringComparer.Ordinal);
            var path = paths[random.Next(paths.Count)];
            files[path] = Mutate(files[path], random);
            var result = BotReader.Read(source with { Files = files }, Offers.Some);
            (result.Bot is null).ShouldBe(result.Findings.Any(finding => finding.Level == FindingLevel.Error));
            result.Findings.ShouldAllBe(finding => finding.At.Line >= 0 && finding.At.Column >= 0);
        }
    }

    [Fact]
    public void Random_signs_never_throw()
    {
        var random = new Random(42);
        for (var round = 0; round < 3_000; round++)
        {
            var text = new StringBuilder("dialog: start\nsteps:\n  - id: a\n    say: ");
            for (var i = random.Next(40); i > 0; i--)
            {
                text.Append(Signs[random.Next(Signs.Length)]);
            }

            Tiny.Read(Offers.Some, ("bot.yaml", Tiny.Bot), ("dialogs/start.yaml", text.ToString())).ShouldNotBeNull();
        }
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("a: ")]
    [InlineData("a: {name}, b\n")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("eyJaaaaaaaaaa-")]
    [InlineData("eyJaaaaaaaaaa.")]
    [InlineData("://a:")]
    [InlineData("-----BEGIN ")]
    [InlineData("xoxb-")]
    [InlineData("{ ")]
    [InlineData("x # y\n")]
    public void A_long_run_of_one_sign_takes_no_long_time(string sign)
    {
        var text = string.Concat(Enumerable.Repeat(sign, 200_000 / sign.Length));
        var watch = Stopwatch.StartNew();
        Tiny.Read(
            Offers.Some, ("bot.yaml", Tiny.Bot), ("dialogs/start.yaml", text), ("locales/nl.yaml", $"a: '{text.Replace("'", "''", StringComparison.Ordinal)}'"),
            ("intents.yaml", $"hi:\n  en: ['{text.Replace("'", "''", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal)}']\n")).ShouldNotBeNull();
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    private static string Mutate(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var changes = random.Next(1, 4); changes > 0 && mutated.Length > 2; changes--)
        {
            var at = random.Next(mutated.Length - 1);
            switch (random.Next(5))
            {
                case 0:
                    mutated.Remove(at, 1);
                    break;
                case 1:
                    mutated.Insert(at, Signs[random.Next(Signs.Length)]);
                    break;
                case 2:
                    mutated[at] = Signs[random.Next(Signs.Length)];
                    break;
                case 3:
                    mutated.Remove(at, Math.Min(random.Next(1, 30), mutated.Length - at));
                    break;
                default:
                    mutated.Insert(at, mutated.ToString(at, Math.Min(random.Next(1, 60), mutated.Length - at)));
                    break;
            }
        }

        return mutated.ToString();
    }
}
