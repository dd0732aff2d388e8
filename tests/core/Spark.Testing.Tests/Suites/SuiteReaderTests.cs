using Spark.Engine.Reading;
using Spark.Testing.Suites;
using Spark.Testing.Tests.Support;

namespace Spark.Testing.Tests.Suites;

/// <summary>Wrong test files are refused with code, line and column.</summary>
public sealed class SuiteReaderTests
{
    [Theory]
    [InlineData("- bot: main.helo", "SPK9101", 5, 14)]
    [InlineData("- user: hi\n        bot: main.hello", "SPK9103", 5, 9)]
    [InlineData("- delivered: twice", "SPK9103", 5, 9)]
    [InlineData("- { bot: main.hello, delivered: twice }", "SPK9103", 5, 28)]
    [InlineData("- agent: { leaves: false }", "SPK9103", 5, 16)]
    [InlineData("- clock: 2d", FindingCodes.BadNumber, 5, 16)]
    [InlineData("- restart: world", FindingCodes.NotAllowed, 5, 18)]
    [InlineData("- { user: hi, delivered: thrice }", FindingCodes.NotAllowed, 5, 32)]
    [InlineData("- says: hi", FindingCodes.UnknownField, 5, 9)]
    public void A_wrong_line_is_found_where_it_stands(string line, string code, int row, int column)
    {
        var read = SmallBot.ReadSuite($"suite: small\ntests:\n  - test: one\n    chat:\n      {line}\n");
        var finding = read.Findings.First(finding => finding.Code == code);
        (finding.At.Line, finding.At.Column).ShouldBe((row, column));
        read.Suites.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("start: { dialog: nowhere }", "SPK9102")]
    [InlineData("start: { set: { nobody: 1 } }", "SPK9102")]
    [InlineData("given: [{ call: nothing, replies: [ok] }]", "SPK9102")]
    [InlineData("given: [{ action: look-up, replies: [] }]", FindingCodes.Empty)]
    [InlineData("given: [{ action: look-up, offload: desk }]", "SPK9103")]
    [InlineData("expect: { variables: { nobody: 1 } }", "SPK9102")]
    [InlineData("expect: { calls: { nothing: 1 } }", "SPK9102")]
    [InlineData("expect: {}", FindingCodes.Empty)]
    [InlineData("expect: { ended: somehow }", FindingCodes.NotAllowed)]
    [InlineData("user: { colour: red }", FindingCodes.UnknownField)]
    [InlineData("user: { timeZone: CEST }", FindingCodes.NotAllowed)]
    [InlineData("user: { email: jo at acme }", "SPK9106")]
    [InlineData("start: { set: { name: 5 } }", "SPK9106")]
    [InlineData("expect: { variables: { name: true } }", "SPK9106")]
    [InlineData("given: [{ action: look-up, result: okk }]", "SPK9102")]
    public void A_wrong_part_of_a_test_is_found(string part, string code)
    {
        var read = SmallBot.ReadSuite($"suite: small\ntests:\n  - test: one\n    {part}\n    chat: [{{ user: hi }}]\n");
        var finding = read.Findings.ShouldHaveSingleItem();
        finding.Code.ShouldBe(code);
        finding.At.Line.ShouldBe(4);
        finding.Remedy.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("teams", 0)]
    [InlineData("chat", 0)]
    [InlineData("team", 1)]
    public void A_channel_is_one_that_is_installed(string channel, int findings)
    {
        var read = SuiteReader.Read(SmallBot.Bot.Bot, [new("tests/small.test.yaml", $"suite: small\nchannel: {channel}\ntests:\n  - {{ test: one, chat: [{{ user: hi }}] }}\n")], ["teams"]);
        read.Findings.Count(finding => finding.Code == TestCodes.UnknownName && finding.At.Line == 2).ShouldBe(findings);
        read.HasErrors.ShouldBe(findings > 0);
    }

    [Theory]
    [InlineData("[{ clock: +2d }, { restart: host }]", "", 1)]
    [InlineData("[{ clock: +2d }]", "expect: { ended: abandoned }, ", 0)]
    [InlineData("[{ clock: +2d }, { user: hi }]", "", 0)]
    public void A_test_in_which_nothing_can_go_wrong_is_found(string chat, string expect, int findings)
    {
        var read = SmallBot.ReadSuite($"suite: small\ntests:\n  - {{ test: one, {expect}chat: {chat} }}\n");
        read.Findings.Count(finding => finding.Code == TestCodes.ShowsNothing).ShouldBe(findings);
        read.HasErrors.ShouldBeFalse();
    }

    [Fact]
    public void Two_tests_of_one_name_are_found()
    {
        var read = SmallBot.ReadSuite("suite: small\ntests:\n  - { test: one, chat: [{ user: hi }] }\n  - { test: one, chat: [{ user: ho }] }\n");
        read.Findings.ShouldHaveSingleItem().Code.ShouldBe("SPK9104");
    }

    [Fact]
    public void What_the_bot_says_may_stand_in_quotes_though_it_looks_like_a_key()
    {
        var read = SmallBot.ReadSuite("suite: small\ntests:\n  - { test: one, chat: [{ bot: \"main.helo\" }] }\n");
        read.Findings.ShouldBeEmpty();
    }
}
