using Spark.Engine.Conversations;
using Spark.Expressions;
using Spark.Runtime.People;
using Spark.Runtime.Privacy;
using Spark.Runtime.Retention;
using Spark.Runtime.Turns;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance;

public abstract class PersonVariableConformance : StorageConformance
{
    private const string Jo = "entra:tenant/jo";

    private DateTimeOffset Now => Stores.Clock.GetUtcNow();

    [Fact]
    public async Task What_a_turn_knows_of_a_person_is_read_by_all_also_after_a_restart()
    {
        (await ReadAsync()).ShouldBeEmpty();

        await TellAsync("c1", new("desk", Value.From("D-7 \u0000 \U0001F600"), Now), new("floor", Value.Parse("""{"number":3}"""), Now, Now.AddDays(2)));
        await Stores.ReopenAsync();

        (await ReadAsync()).ShouldBe(
            [new PersonVariable("desk", Value.From("D-7 \u0000 \U0001F600"), Now), new PersonVariable("floor", Value.Parse("""{"number":3}"""), Now, Now.AddDays(2))]);
        (await ReadAsync("entra:tenant/megan")).ShouldBeEmpty();
        (await ReadAsync(bot: "other")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_later_word_counts_in_whatever_order_they_are_written()
    {
        await TellAsync("c1", new PersonVariable("desk", Value.From("new"), Now.AddSeconds(5)));
        await TellAsync("c2", new PersonVariable("desk", Value.From("old"), Now));
        (await ReadAsync()).ShouldHaveSingleItem().Value.ShouldBe(Value.From("new"));

        await TellAsync("c3", new PersonVariable("desk", Value.Undefined, Now.AddSeconds(6)));
        await TellAsync("c4", new PersonVariable("desk", Value.From("late"), Now.AddSeconds(5)));
        (await ReadAsync()).ShouldBe([new PersonVariable("desk", Value.Undefined, Now.AddSeconds(6))], "a word that is late brings nothing back that was cleared");
    }

    [Fact]
    public async Task A_turn_that_is_not_written_tells_nothing()
    {
        var first = await TellAsync("c1", new PersonVariable("desk", Value.From("D-7"), Now));

        (await CommitAsync(Turns.First("c1") with { Keys = [new("web", "other")], Person = Of(new PersonVariable("desk", Value.From("lost"), Now.AddDays(1))) }))
            .Status.ShouldBe(CommitStatus.Conflict);
        (await CommitAsync(Turns.After(first) with { Keys = first.Keys, Person = Of(new PersonVariable("desk", Value.From("twice"), Now.AddDays(1))) }))
            .Status.ShouldBe(CommitStatus.Duplicate);

        (await ReadAsync()).ShouldHaveSingleItem().Value.ShouldBe(Value.From("D-7"));
    }

    [Fact]
    public async Task Many_conversations_of_the_same_people_tell_at_the_same_time()
    {
        var now = Now;
        await Task.WhenAll(Enumerable.Range(0, 60).Select(number => Task.Run(
            () => TellAsync(
                $"c{number}",
                new($"a{number % 3}", Value.From((double)number), now.AddSeconds(number)), new("b", Value.From((double)number), now.AddSeconds(number))),
            Cancelled)));

        (await ReadAsync()).Select(variable => (variable.Name, variable.Value.ToText()))
            .ShouldBe([("a0", "57"), ("a1", "58"), ("a2", "59"), ("b", "59")]);
    }

    [Fact]
    public async Task What_was_kept_for_a_time_goes_when_it_is_over_and_nothing_else()
    {
        await TellAsync("c1", new("desk", Value.From("D-7"), Now), new("floor", Value.From("3"), Now, Now.AddDays(2)), new("badge", Value.From("b"), Now, Now.AddDays(30)));
        Stores.Clock.Advance(TimeSpan.FromDays(3));

        var limits = new RetentionLimits(Now.AddDays(-90), Now.AddDays(-7)) { Now = Now };
        while (!(await Stores.Get<IRetentionStore>().PruneAsync(limits, 1, Cancelled)).IsDone)
        {
        }

        (await ReadAsync()).Select(variable => variable.Name).ShouldBe(["badge", "desk"]);
    }

    [Fact]
    public async Task A_person_whose_id_has_four_kilobytes_is_remembered_and_forgotten_like_others()
    {
        var who = new PersonAddressed("web", TestTurns.LongId());
        var name = $"channel:{who.Instance}/{who.Id}";
        await WriteAsync(Turns.First("c1") with { Person = new(name, "helper", [new("desk", Value.From("D-7"), Now)]) });
        await TellAsync("c2", new PersonVariable("desk", Value.From("D-8"), Now));

        (await ReadAsync(name)).ShouldHaveSingleItem().Value.ShouldBe(Value.From("D-7"));
        (await ReadAsync(name + "x")).ShouldBeEmpty();
        (await Stores.Get<IPersonIndex>().ValuesAsync(name, Cancelled)).ShouldHaveSingleItem().Person.ShouldBe(name);

        await Stores.Get<IErasureStore>().ForgetAsync(who, Cancelled);
        (await ReadAsync(name)).ShouldBeEmpty();
        (await ReadAsync()).ShouldHaveSingleItem().Value.ShouldBe(Value.From("D-8"));
    }

    private static PersonWrite Of(params PersonVariable[] variables) => new(Jo, "helper", variables);

    private Task<TurnCommit> TellAsync(string conversation, params PersonVariable[] variables) =>
        WriteAsync(Turns.First(conversation) with { Person = Of(variables) });

    private async Task<IReadOnlyList<PersonVariable>> ReadAsync(string person = Jo, string bot = "helper") =>
        await Stores.Get<IPersonVariableStore>().ReadAsync(person, bot, Cancelled);
}
