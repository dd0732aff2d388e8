using System.Globalization;
using System.Text.RegularExpressions;
using Spark.Tests;

namespace Spark.Architecture.Tests;

/// <summary>Rules that one can see in the files: house style, §2.</summary>
public sealed partial class SourceRulesTests
{
    private const int MostLines = 400;

    /// <summary>The only places that catch everything: supervisors of foreign code, and pumps that must outlive a mistake.</summary>
    private static readonly string[] MayCatchEverything = File.ReadAllLines(
        System.IO.Path.Combine(AppContext.BaseDirectory, "MayCatchEverything.txt"));

    [Fact]
    public void The_rules_are_held_against_all_of_our_files() => SourceFile.All.Count.ShouldBeGreaterThan(200);

    [Fact]
    public void No_file_is_longer_than_400_lines() =>
        SourceFile.All.Where(file => file.Lines.Count > MostLines).Select(file => $"{file.Path}: {file.Lines.Count}").ShouldBeEmpty();

    /// <summary>What is generated is as long as it has to be.</summary>
    [Fact]
    public void No_file_of_the_pages_is_longer_either() => Directory
        .EnumerateFiles(Repository.Path("core", "Spark.Cockpit", "app", "src"), "*", SearchOption.AllDirectories)
        .Where(file => System.IO.Path.GetExtension(file) is ".ts" or ".tsx" or ".css")
        .Where(file => System.IO.Path.GetFileName(file) != "schema.ts" && File.ReadLines(file).Count() > MostLines)
        .ShouldBeEmpty();

    [Fact]
    public void A_file_holds_one_type_and_bears_its_name() => SourceFile.All
        .Select(file => (File: file, Types: file.Lines.Select(line => TopLevelType().Match(line)).Where(match => match.Success).ToList()))
        .Where(found => found.Types.Count > 1
            || (found.Types.Count == 1
                && found.File.Name != "Program"
                && !NameFits(found.File.Name, found.Types[0].Groups["name"].Value, found.Types[0].Groups["generic"].Success)))
        .Select(found => $"{found.File.Path}: {string.Join(", ", found.Types.Select(type => type.Groups["name"].Value))}")
        .ShouldBeEmpty();

    [Fact]
    public void Nothing_is_async_void() => Offenders(SourceFile.All, AsyncVoid()).ShouldBeEmpty();

    [Fact]
    public void No_region_hides_length() => Offenders(SourceFile.All, Region()).ShouldBeEmpty();

    /// <summary>A pattern's clock goes on while the machine stands still: one of a tenth of a second fails a match that has done nothing wrong.</summary>
    [Fact]
    public void No_pattern_is_given_less_than_ten_seconds() => SourceFile.All
        .SelectMany(file => file.Lines.Select((line, index) => (Clock: PatternClock().Match(line), At: $"{file.Path}:{index + 1}")))
        .Where(found => found.Clock.Success && int.Parse(found.Clock.Groups["milliseconds"].Value.Replace("_", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) < 10_000)
        .Select(found => found.At)
        .ShouldBeEmpty();

    [Fact]
    public void Only_supervisors_and_pumps_catch_everything() => SourceFile.Product
        .Where(file => file.Lines.Any(line => CatchesEverything().IsMatch(line)))
        .Select(file => file.Path)
        .ShouldBe(MayCatchEverything, ignoreOrder: true);

    [Fact]
    public void No_type_is_called_by_a_word_that_says_nothing() => SourceFile.All
        .SelectMany(file => file.Lines.Select(line => TopLevelType().Match(line)).Where(match => match.Success)
            .Select(match => match.Groups["name"].Value))
        .Where(name => EmptyWord().IsMatch(name))
        .ShouldBeEmpty();

    [Fact]
    public void The_core_knows_no_plugin_by_name() => SourceFile.All
        .Where(file => file.Path.StartsWith("core/", StringComparison.Ordinal))
        .SelectMany(file => file.Lines
            .Select((line, index) => (line, index))
            .Where(at => !at.line.TrimStart().StartsWith("//", StringComparison.Ordinal) && PluginName().IsMatch(at.line))
            .Select(at => $"{file.Path}:{at.index + 1}"))
        .ShouldBeEmpty();

    private static IEnumerable<string> Offenders(IEnumerable<SourceFile> files, Regex pattern) => files.SelectMany(file => file.Lines
        .Select((line, index) => (line, index))
        .Where(at => !at.line.Contains("GeneratedRegex", StringComparison.Ordinal) && pattern.IsMatch(at.line))
        .Select(at => $"{file.Path}:{at.index + 1}"));

    private static bool NameFits(string file, string type, bool isGeneric) =>
        string.Equals(file, type, StringComparison.Ordinal) || (isGeneric && string.Equals(file, type + "OfT", StringComparison.Ordinal));

    [GeneratedRegex(@"^(?:(?:public|internal|sealed|static|abstract|partial|readonly|ref|file)\s+)+(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+(?<name>\w+)(?<generic><)?", RegexOptions.ExplicitCapture)]
    private static partial Regex TopLevelType();

    [GeneratedRegex(@"\basync\s+void\b")]
    private static partial Regex AsyncVoid();

    [GeneratedRegex(@"^\s*#region\b")]
    private static partial Regex Region();

    [GeneratedRegex(@"catch\s*(\(Exception(\s+\w+)?\)\s*$|\(Exception(\s+\w+)?\)\s*\{|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex CatchesEverything();

    [GeneratedRegex(@"(GeneratedRegex\(.*,\s*|matchTimeoutMilliseconds:\s*)(?<milliseconds>[0-9_]+)\)\]", RegexOptions.ExplicitCapture)]
    private static partial Regex PatternClock();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Impl)$", RegexOptions.ExplicitCapture)]
    private static partial Regex EmptyWord();

    [GeneratedRegex("sparkcentral|web-?chat|direct-?line|servicenow", RegexOptions.IgnoreCase)]
    private static partial Regex PluginName();
}
