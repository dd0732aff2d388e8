using Spark.Engine.Reading;
using Spark.Runtime.Bots;

namespace Spark.Runtime.Tests.Bots;

/// <summary>A published version remembers the actions it uses, and what is installed later is compared with them.</summary>
public sealed class UsedActionsTests
{
    private const string Schema = """{"type":"object","properties":{"pause":{"type":"string"}},"required":["pause"]}""";

    [Fact]
    public void A_version_remembers_the_schemas_of_the_actions_that_it_uses()
    {
        var source = Recorded();
        source.ActionSchemas.ShouldBe(new Dictionary<string, string> { ["pause"] = Schema });
        UsedActions.Misfits(source, Installed(Schema)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"pause":{"type":"string"},"why":{"type":"string"}},"required":["pause","why"]}""", "needs the field 'why'")]
    [InlineData("""{"type":"object","properties":{"wait":{"type":"string"}}}""", "no field 'pause'")]
    [InlineData("""{"type":"object","properties":{"pause":{"type":"number"}},"required":["pause"]}""", "another type")]
    public void What_does_not_fit_any_more_is_said(string now, string said) =>
        UsedActions.Misfits(Recorded(), Installed(now)).ShouldHaveSingleItem().ShouldContain(said);

    [Fact]
    public void A_further_field_that_may_be_left_out_fits() => UsedActions.Misfits(
        Recorded(), Installed("""{"type":"object","properties":{"pause":{"type":"string"},"why":{"type":"string"}},"required":["pause"]}""")).ShouldBeEmpty();

    [Fact]
    public void A_version_whose_action_is_gone_is_still_compiled()
    {
        UsedActions.Misfits(Recorded(), new()).ShouldHaveSingleItem().ShouldContain("no installed plugin");
        BotReader.ReadKept(Recorded(), new() { Actions = new HashSet<string>(StringComparer.Ordinal) { "other" } }).ShouldNotBeNull().Dialogs.Count.ShouldBe(1);
    }

    private static BotSource Recorded()
    {
        var source = new BotSource("b", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["bot.yaml"] = "spark: 1\nbot: b\nlanguages: [en]\nevents: { started: start }\n",
            ["dialogs/start.yaml"] = "dialog: start\nsteps:\n  - run: act\n  - { id: hi, say: Hi }\n",
            ["actions/act.yaml"] = "action: act\nsteps:\n  - pause: 2s\n",
        });
        return UsedActions.Record(BotReader.Read(source, Installed(Schema)).Bot.ShouldNotBeNull(), source, Installed(Schema));
    }

    private static InstalledOffers Installed(string schema) => new()
    {
        Actions = new HashSet<string>(StringComparer.Ordinal) { "pause" },
        ActionSchemas = new Dictionary<string, string>(StringComparer.Ordinal) { ["pause"] = schema },
    };
}
