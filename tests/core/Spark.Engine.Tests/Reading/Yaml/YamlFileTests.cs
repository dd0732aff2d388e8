using Spark.Engine.Reading;
using Spark.Engine.Reading.Yaml;

namespace Spark.Engine.Tests.Reading.Yaml;

/// <summary>The tree of a file and the places in it.</summary>
public sealed class YamlFileTests
{
    [Theory]
    [InlineData("a: hello", 4, "1:8")]
    [InlineData("a: 'it''s x'", 5, "1:10")]
    [InlineData("a: \"x\\ty\\u0041z\"", 4, "1:15")]
    [InlineData("a: |\n  one\n  two x\n", 8, "3:7")]
    [InlineData("a: >\n  one\n  two\n", 5, "2:3")]
    [InlineData("a: one\n  two", 5, "1:4")]
    [InlineData("a: \"one\n  two\"", 5, "1:4")]
    [InlineData("- - a: {b: hello}", 2, "1:14")]
    public void A_character_of_a_value_is_found_in_the_file(string text, int offset, string expected)
    {
        var at = Scalar(Read(text)).PositionOf(offset);
        $"{at.Line}:{at.Column}".ShouldBe(expected);
    }

    [Theory]
    [InlineData("a: x # comment", "# comment")]
    [InlineData("a: Ticket #12 is open", "#12 is open")]
    [InlineData("a: #12 is open", "#12 is open")]
    [InlineData("a: x\t# comment", "# comment")]
    [InlineData("a: Ticket#12", null)]
    [InlineData("a: 'Ticket #12'", null)]
    [InlineData("a: \"x\" # comment", null)]
    [InlineData("a: |  # comment\n  text\n", null)]
    [InlineData("a: x\n# comment", null)]
    public void A_comment_that_follows_a_plain_value_is_remembered(string text, string? comment) =>
        Scalar(Read(text)).SwallowedComment.ShouldBe(comment);

    [Theory]
    [InlineData("a: true", "a truth value")]
    [InlineData("a: yes", "a text")]
    [InlineData("a: 5", "a number")]
    [InlineData("a: -1.5e3", "a number")]
    [InlineData("a: 1_000", "a text")]
    [InlineData("a: 0x1F", "a text")]
    [InlineData("a: .inf", "a text")]
    [InlineData("a: 08:30", "a text")]
    [InlineData("a: '5'", "a text")]
    [InlineData("a: ~", "nothing")]
    [InlineData("a:", "nothing")]
    [InlineData("a: ''", "a text")]
    public void Scalars_are_what_yaml_1_2_says(string text, string kind) => Scalar(Read(text)).Kind.ShouldBe(kind);

    [Fact]
    public void Mappings_keep_their_order_and_the_places_of_their_keys()
    {
        var map = Read("b: 1\na: 2\nc:\n  d: 3").ShouldBeOfType<YamlMapping>();
        map.Entries.Select(entry => entry.Name).ShouldBe(["b", "a", "c"]);
        map.Entries[2].Value.ShouldBeOfType<YamlMapping>().Entries[0].Key.At.ToString().ShouldBe("x.yaml:4:3");
    }

    [Theory]
    [InlineData("a: b\r\nc: {d}, e\r\nf: @g\r\n", "x.yaml:2:4|x.yaml:3:4")]
    [InlineData("\uFEFFa: b\nc: @d\n", "x.yaml:2:4")]
    public void Windows_line_ends_and_byte_order_marks_are_fine(string text, string places)
    {
        var findings = new FindingBag();
        YamlFile.Read("x.yaml", text, findings).ShouldNotBeNull();
        string.Join('|', findings.InOrder().Select(finding => finding.At.ToString())).ShouldBe(places);
    }

    [Fact]
    public void A_value_that_needs_quotes_does_not_hide_the_rest_of_the_file()
    {
        var findings = new FindingBag();
        var map = YamlFile.Read("x.yaml", "a: Note: x\nb: *y z\nc: fine", findings).ShouldBeOfType<YamlMapping>();
        map.Entries.Select(entry => entry.Value.ToString()).ShouldBe(["Note: x", "*y z", "fine"]);
        findings.InOrder().Select(finding => finding.Code).ShouldBe([FindingCodes.NeedsQuotes, FindingCodes.NeedsQuotes]);
    }

    [Fact]
    public void A_value_over_several_lines_gives_one_finding()
    {
        var findings = new FindingBag();
        YamlFile.Read("x.yaml", "a: Note: x\n  and more\nb: c", findings);
        findings.InOrder().ShouldHaveSingleItem().Code.ShouldBe(FindingCodes.NeedsQuotes);
    }

    private static YamlNode Read(string text)
    {
        var findings = new FindingBag();
        var root = YamlFile.Read("x.yaml", text, findings).ShouldNotBeNull();
        findings.InOrder().ShouldBeEmpty();
        return root;
    }

    private static YamlScalar Scalar(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar,
        YamlMapping mapping => Scalar(mapping.Entries[0].Value),
        YamlSequence sequence => Scalar(sequence.Items[0]),
        _ => throw new InvalidOperationException("There is no scalar."),
    };
}
