using Spark.Engine.Conversations;
using Spark.Engine.Tests.Support;
using Spark.Offload;
using static Spark.Engine.Tests.Support.TestBot;

namespace Spark.Engine.Tests.Turns;

/// <summary>States and outcomes of episodes in which tickets are opened.</summary>
public sealed class TicketOutcomeTests
{
    private static readonly OffloadDecision Created = new()
    {
        Result = OffloadResult.Created, Ticket = new() { Number = "INC1", Url = new("https://desk.example/1") }, Category = "Network: VPN",
    };

    [Fact]
    public void An_opened_ticket_is_the_outcome_at_once_though_the_talk_goes_on_and_ends_otherwise()
    {
        var chat = Begin();
        chat.State.Episode!.IsCompleted.ShouldBeFalse();

        chat.Decide(Created).Said.ShouldBe(["INC1", "More?"]);

        var open = chat.State.Episode!;
        (open.Outcome, open.Ended, open.IsCompleted, open.Ticket, open.Category, open.Type)
            .ShouldBe((EpisodeOutcome.Escalated, null, true, "INC1", "Network: VPN", EpisodeType.Incident));
        chat.Say("yes");
        var ended = chat.Last.ClosedEpisodes.ShouldHaveSingleItem();
        (ended.Outcome, ended.Reason, ended.Ticket).ShouldBe((EpisodeOutcome.Escalated, "ticket-opened", "INC1"));
        ended.Ended.ShouldNotBeNull();
    }

    [Fact]
    public void A_ticket_that_was_there_is_named_and_decides_nothing()
    {
        var chat = Begin().Decide(Created with { Result = OffloadResult.Exists }).Say("yes");

        var ended = chat.Last.ClosedEpisodes.ShouldHaveSingleItem();
        (ended.Outcome, ended.Ticket, ended.Type).ShouldBe((EpisodeOutcome.Resolved, "INC1", EpisodeType.Question));
    }

    [Fact]
    public void A_ticket_that_is_told_late_counts()
    {
        var chat = Begin();
        var awaited = chat.Awaited();
        chat.Due(chat.Timer.Name).Said.ShouldBe(["unclear"]);

        chat.Run(new OffloadDecided { At = chat.State.Episode!.Began.AddMinutes(9), Seed = 1, Effect = awaited, Decision = Created }).Last.IsLate.ShouldBeTrue();

        (chat.State.Episode!.Outcome, chat.State.Episode.Ticket).ShouldBe((EpisodeOutcome.Escalated, "INC1"));
    }

    [Fact]
    public void Six_silent_hours_abandon_it_and_leave_a_ticket_what_it_is()
    {
        var silent = Begin().Decide(OffloadDecision.Of(OffloadResult.Failed));
        (silent.Timer.DueAt - silent.Happened.At).ShouldBe(TimeSpan.FromHours(6));
        silent.Due("idle").Last.ClosedEpisodes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            episode => episode.Outcome.ShouldBe(EpisodeOutcome.Abandoned), episode => episode.Reason.ShouldBe("idle"));

        Begin().Decide(Created).Due("idle").Last.ClosedEpisodes.ShouldHaveSingleItem().Outcome.ShouldBe(EpisodeOutcome.Escalated);
    }

    [Fact]
    public void What_the_person_is_to_be_told_is_seen_by_the_step()
    {
        var chat = Begin().Decide(new() { Result = OffloadResult.Unknown, Notice = "Perhaps.", Portal = new("https://portal.example/") });
        chat.Said.ShouldBe(["unclear Perhaps. https://portal.example/"]);
    }

    private static Chat Begin() => new Chat(Read(
        BotFile("{ ticket: { type: object }, notice: { type: text }, portal: { type: text } }"),
        Action("ticket", """
            - offload: incidents
              save: { ticket: ticket, notice: notice, portal: portal }
              outcomes: { opened: result = "created" or result = "exists", unclear: result = "unknown" }
              otherwise: failed
            """),
        Dialog("start", """
            - run: ticket
              then:
                opened: [{ id: o, say: "{ticket.number}" }, { id: more, ask: More?, into: notice, again: true }, { end: resolved, type: question }]
                unclear: [{ id: u, say: '{$exists(notice) ? "unclear " & notice & " " & portal : "unclear"}' }]
                failed: [{ id: f, say: failed }]
            """))).Begin();
}
