using Spark.Messages;
using Spark.Runtime.Answers;
using Spark.Runtime.Outbox;
using Spark.Storage.Tests.Conformance.Support;
using static Spark.Storage.Tests.Conformance.Support.TestTurns;

namespace Spark.Storage.Tests.Conformance;

public abstract class AnswerConformance : StorageConformance
{
    private IAnswerStore Answers => Stores.Get<IAnswerStore>();

    [Fact]
    public async Task What_waits_leaves_with_the_next_answer_and_is_given_again_for_it()
    {
        var first = await WriteAsync(Turns.First("c1"));
        var second = await WriteAsync(Turns.After(first, OutboxStatus.WaitingForAnswer, Say("late")));
        var third = await WriteAsync(Turns.After(second, OutboxStatus.WaitingForAnswer, Say("one"), Say("two")));
        var fourth = await WriteAsync(Turns.After(third, OutboxStatus.WaitingForAnswer, Say("of the next")));

        var answer = await Answers.TakeAsync(first.Key, 3, Cancelled);
        var again = await Answers.TakeAsync(first.Key, 3, Cancelled);
        var next = await Answers.TakeAsync(first.Key, 4, Cancelled);

        answer.Messages.Select(entry => entry.Address).ShouldBe([Name(second), Name(third), Name(third, 1)]);
        answer.Messages.ShouldAllBe(entry => entry.Status == OutboxStatus.Answered && entry.AnsweredBy == 3);
        again.Messages.Select(entry => entry.Address).ShouldBe(answer.Messages.Select(entry => entry.Address));
        next.Messages.Select(entry => entry.Address).ShouldBe([Name(fourth)]);
        new[] { answer, again, next }.Select(taken => taken.IsRepeated).ShouldBe([false, true, false]);
        (await Answers.TakeAsync(first.Key, 2, Cancelled)).Messages.ShouldBeEmpty();
        (await Answers.TakeAsync(default, 1, Cancelled)).Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_ends_with_an_event_stays_open_until_then()
    {
        var completing = Say("bye") with { Completion = new() { Kind = CompletionKind.Resolved } };
        var first = await WriteAsync(Turns.First("c1"));
        var turn = await WriteAsync(Turns.After(first, OutboxStatus.WaitingForAnswer, completing));

        var answer = await Answers.TakeAsync(first.Key, 2, Cancelled);

        answer.Messages.ShouldHaveSingleItem().Status.ShouldBe(OutboxStatus.Claimed);
        (await StandsAsync(Name(turn))).AnsweredBy.ShouldBe(2);
    }

    [Fact]
    public async Task Two_who_ask_at_once_for_one_event_get_the_same()
    {
        for (var i = 0; i < 10; i++)
        {
            var first = await WriteAsync(Turns.First($"c{i}"));
            await WriteAsync(Turns.After(first, OutboxStatus.WaitingForAnswer, Say("one"), Say("two")));

            var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () => await Answers.TakeAsync(first.Key, 2, Cancelled), Cancelled)));

            answers.ShouldAllBe(answer => answer.Messages.Count == 2);
            answers.Count(answer => !answer.IsRepeated).ShouldBe(1);
        }
    }
}
