using System.Reflection;
using Spark.Engine.Reading;

namespace Spark.Engine.Tests.Reading;

/// <summary>Tiny bots with one mistake each: <c>Mistakes/CODE-name/</c>, with what is expected in <c>expected.txt</c>, and in <c>remedy.txt</c> a part of how it is mended.</summary>
public sealed class MistakesTests
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Reading", "Mistakes");

    // Seen only with a file of a megabyte, which is made in another test.
    private static readonly string[] TestedElsewhere = [FindingCodes.FileTooLarge];

    // A build takes the files of a removed mistake away, and leaves its empty folder.
    public static TheoryData<string> Names => [.. Directory.GetDirectories(Root)
        .Where(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Any())
        .Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_mistake_is_found_where_it_is(string name)
    {
        var folder = Path.Combine(Root, name);
        var channels = Path.Combine(folder, "channels.txt");
        var offers = File.Exists(channels)
            ? Offers.Some with { EnabledChannels = [.. (await File.ReadAllLinesAsync(channels, Token)).Select(line => line.Split(' ')).Select(words => new EnabledChannel(words[0], words[1], "tiny"))] }
            : Offers.Some;
        var result = BotReader.Read(await BotFolder.LoadAsync(folder, Token), offers);
        result.Lines().ShouldBe(await File.ReadAllLinesAsync(Path.Combine(folder, "expected.txt"), Token), string.Join('\n', result.Findings));
        result.Findings.ShouldContain(finding => name.StartsWith(finding.Code, StringComparison.Ordinal));
        (result.Bot is null).ShouldBe(result.Findings.Any(finding => finding.Level == FindingLevel.Error));
        var remedy = Path.Combine(folder, "remedy.txt");
        if (File.Exists(remedy))
        {
            var wanted = (await File.ReadAllTextAsync(remedy, Token)).TrimEnd();
            result.Findings.ShouldContain(finding => finding.Remedy.Contains(wanted, StringComparison.Ordinal), string.Join('\n', result.Findings));
        }

        result.Findings.ShouldAllBe(finding => finding.Message.Length > 0 && finding.Remedy.Length > 0);
    }

    [Fact]
    public void Every_code_has_a_seeded_mistake()
    {
        var seeded = Names.Select(row => row.Data[..7]).ToHashSet(StringComparer.Ordinal);
        Codes.Except(TestedElsewhere, StringComparer.Ordinal).Where(code => !seeded.Contains(code)).ShouldBeEmpty();
    }

    // The codes of test files, which are held to their pages where those files are read.
    private static bool IsOfTestFiles(string code) => code.StartsWith("SPK91", StringComparison.Ordinal);

    [Fact]
    public void Every_code_has_a_page_and_every_page_of_a_bots_files_a_code()
    {
        var pages = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "errors"), "*.md")
            .Select(page => Path.GetFileNameWithoutExtension(page)!)
            .Where(name => name.Length == "SPK1001".Length && !IsOfTestFiles(name))
            .Order(StringComparer.Ordinal);
        pages.ShouldBe(Codes.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void No_code_has_two_meanings() => Codes.Distinct(StringComparer.Ordinal).Count().ShouldBe(Codes.Count);

    private static IReadOnlyList<string> Codes =>
        [.. typeof(FindingCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(constant => (string)constant.GetRawConstantValue()!)];
}
