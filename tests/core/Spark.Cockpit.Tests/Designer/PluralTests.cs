using System.Text.RegularExpressions;
using Spark.Tests;

namespace Spark.Cockpit.Tests.Designer;

/// <summary>Numbers in the pages' words: each language has the forms that it needs, and no number is glued to one form of a word.</summary>
public sealed partial class PluralTests
{
    private static readonly Dictionary<string, (string Call, string[] Forms)> Languages = new(StringComparer.Ordinal)
    {
        ["en"] = ("english", ["one", "other"]),
        ["nl"] = ("dutch", ["one", "other"]),
        ["de"] = ("german", ["one", "other"]),
        ["fr"] = ("french", ["one", "many", "other"]),
    };

    /// <summary>A unit, a place in a row, a share: no plural follows the number itself.</summary>
    private static readonly string[] WithoutPlural = ["took", "place", "passed", "understoodOf", "taken", "testPassed", "sure", "unsure", "judged"];

    [Fact]
    public void Each_text_with_a_number_has_the_forms_that_its_language_needs()
    {
        foreach (var (language, (call, forms)) in Languages)
        {
            var calls = Files(language).SelectMany(file => Counted().Matches(File.ReadAllText(file))).ToList();

            calls.Count.ShouldBeGreaterThan(15, language);
            foreach (var found in calls)
            {
                found.Groups["call"].Value.ShouldBe(call, found.Value);
                Form().Matches(found.Groups["forms"].Value).Select(form => form.Groups["form"].Value).ShouldBe(forms, found.Value);
            }
        }

        var keys = Languages.Keys.Select(language => Files(language).SelectMany(file => Key().Matches(File.ReadAllText(file))).Select(key => key.Groups["key"].Value).Order(StringComparer.Ordinal).ToList()).ToList();
        keys.ShouldAllBe(some => some.SequenceEqual(keys[0]));
    }

    [Fact]
    public void No_number_is_glued_to_one_form_of_a_word()
    {
        var numbers = Files("en").SelectMany(file => WithNumber().Matches(File.ReadAllText(file))).Select(key => key.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);
        numbers.Count.ShouldBeGreaterThan(20);

        var glued = Languages.Keys.SelectMany(Files).SelectMany(file => File.ReadLines(file).Select(line => (file, line)))
            .Where(one => Glued().Match(one.line) is { Success: true } found && numbers.Contains(found.Groups["key"].Value) && !WithoutPlural.Contains(found.Groups["key"].Value));

        glued.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("    files: (count: number) => `${count} files`,", true)]
    [InlineData("    files: (rows) => `The list has ${rows} ${rows === 1 ? \"row\" : \"rows\"} now.`,", true)]
    [InlineData("    turn: (sequence: number) => `Turn ${sequence}`,", false)]
    public void The_test_would_notice(string line, bool isGlued) => Glued().IsMatch(line).ShouldBe(isGlued);

    private static IEnumerable<string> Files(string language) =>
        Directory.EnumerateFiles(Repository.Path("core", "Spark.Cockpit", "app", "src", "words", language), "*.ts");

    [GeneratedRegex(@"\b(?<call>english|dutch|german|french)\(\w+, \{ (?<forms>[^}]*) \}", RegexOptions.None, 10_000)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(?:^|, )(?<form>\w+): """, RegexOptions.None, 10_000)]
    private static partial Regex Form();

    [GeneratedRegex(@"^ +(?<key>\w+): \(.*\b(?:english|dutch|german|french)\(", RegexOptions.Multiline, 10_000)]
    private static partial Regex Key();

    [GeneratedRegex(@"^ +(?<key>\w+): \([^)]*: number\b", RegexOptions.Multiline, 10_000)]
    private static partial Regex WithNumber();

    [GeneratedRegex(@"^ +(?<key>\w+): \(.*(?:\$\{\w+\}[ -](?:\p{L}|\$\{)|=== 1 \?|< 2 \?)", RegexOptions.None, 10_000)]
    private static partial Regex Glued();
}
