using Spark.Engine.Definitions;

namespace Spark.Engine.Tests.Reading;

/// <summary>How action dialogs are read.</summary>
public sealed class DeedsTests
{
    [Fact]
    public void When_takes_an_outcome_a_deed_or_a_list()
    {
        var action = Read("""
              - when: what = 1
                then: early
                otherwise: { look-up: printers }
              - when: what = 2
                then:
                  - set: { note: what }
                  - finish: late
            """);
        action.Deeds.Select(deed => deed.GetType().Name)
            .ShouldBe(["WhenDeed", "WhenDeed", "FinishDeed", "InvokeDeed", "SetDeed", "FinishDeed"]);
        var first = action.Deeds[0].ShouldBeOfType<WhenDeed>();
        (first.Then, first.Otherwise, first.Next).ShouldBe((2, 3, 1));
        var second = action.Deeds[1].ShouldBeOfType<WhenDeed>();
        (second.Then, second.Otherwise, second.Next).ShouldBe((4, null, 6));
        action.Deeds[3].Next.ShouldBe(1);
        action.Outcomes.ShouldBe(["early", "late", "done"]);
    }

    [Fact]
    public void An_action_that_never_runs_past_its_last_deed_is_never_done()
    {
        Read("  - look-up: printers\n    otherwise: failed\n    outcomes: { good: result = \"ok\" }").Outcomes.ShouldBe(["good", "failed"]);
        Read("  - when: what = 1\n    then: a\n    otherwise: b").Outcomes.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void The_fields_of_a_plugins_deed_are_its_own_and_the_verb_is_among_them()
    {
        var deed = Read("""
              - id: find
                look-up: "{what}"
                depth: 3
                deep: true
                offload: is a field here
                list: [a, { b: "{note}" }, null]
                timeout: 8s
                save: { note: anything }
                otherwise: failed
            """).Deeds[0].ShouldBeOfType<InvokeDeed>();
        deed.Path.ShouldBe("find");
        deed.Timeout.ShouldBe(TimeSpan.FromSeconds(8));
        deed.Save.Single().Name.ShouldBe("note");
        deed.Input.ShouldBeOfType<ObjectTemplate>().Fields.Select(field => field.Key).ShouldBe(["look-up", "depth", "deep", "offload", "list"]);
    }

    [Fact]
    public void An_offload_shares_what_it_names()
    {
        var deed = Read("""
              - offload: desk
                queue: "{note}"
                fields: { topics: [IT support] }
                share: { transcript: all, variables: [note, what] }
                otherwise: failed
            """).Deeds[0].ShouldBeOfType<OffloadDeed>();
        deed.ShareTranscript.ShouldBe(int.MaxValue);
        deed.ShareVariables.ShouldBe(["note", "what"]);
        deed.Queue.ShouldBeOfType<TextValueTemplate>();
    }

    [Fact]
    public void Expressions_over_a_result_may_name_any_field_and_others_may_not()
    {
        Errors("  - look-up: x\n    save: { note: anything.at.all }\n    otherwise: failed").ShouldBeEmpty();
        Errors("  - look-up: \"{anything}\"\n    otherwise: failed").ShouldHaveSingleItem().ShouldContain("actions/act.yaml:4:15: error SPK3002");
        Errors("  - set: { what: 1 }\n  - finish: failed").ShouldHaveSingleItem().ShouldContain("input of this action dialog");
    }

    private static ActionDialog Read(string steps)
    {
        var result = ReadAll(steps);
        result.Errors().Where(error => !error.Contains("SPK2003", StringComparison.Ordinal)).ShouldBeEmpty();
        var answers = string.Join(", ", "early late good done failed a b".Split(' ').Where(outcome => result.Errors().Any(error => error.Contains($"'{outcome}'", StringComparison.Ordinal))).Select(outcome => $"{outcome}: next"));
        return ReadAll(steps, $"then: {{ {answers} }}").Bot.ShouldNotBeNull().Actions["act"];
    }

    private static IReadOnlyList<string> Errors(string steps) => ReadAll(steps, "then: { failed: next }").Errors();

    private static Spark.Engine.Reading.ReadResult ReadAll(string steps, string then = "then: {}") => Tiny.Read(
        $"  - run: act\n    with: {{ what: 1 }}\n    {then}",
        ("actions/act.yaml", $"action: act\ninput: {{ what: text }}\nsteps:\n{steps}\n"));
}
