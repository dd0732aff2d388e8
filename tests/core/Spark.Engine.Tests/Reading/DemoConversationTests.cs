using Spark.Engine.Conversations;
using Spark.Engine.Reading;
using Spark.Engine.Tests.Support;

namespace Spark.Engine.Tests.Reading;

/// <summary>Conversations with the bot under <c>bots/it-support</c>, as a person has them.</summary>
public sealed class DemoConversationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_there_is_no_desk_a_ticket_is_offered_and_the_next_problem_is_a_new_one()
    {
        var chat = (await OpenAsync()).Begin();
        chat.Said.ShouldBe(["Hi Jo, I am the IT assistant. What can I do for you?"]);
        chat.Press("Report a problem").Said.ShouldBe(["In a few words, what is wrong?"]);
        chat.Say("My screen stays black").Said.ShouldBe(["How urgent is it?"]);
        chat.Say("the last one").Said.ShouldBe(
        [
            "One moment, I am getting you help.",
            "Nobody can take over from here right now. Shall I open a ticket with the service desk for you?",
        ]);
        chat.Say("no").Said.ShouldBe(["All right. You can also call extension 4200.", "Is there anything else I can do for you?"]);
        chat.Say("my printer does not work").Said.ShouldBe(["In a few words, what is wrong?"]);
    }

    [Fact]
    public async Task A_password_is_reset_by_the_person_with_an_account_out_of_the_first_sentence()
    {
        var chat = (await OpenAsync()).Begin().Say("Reset the password of jo@acme.com, please");
        chat.Said.ShouldBe(["Do you have your phone with the authenticator app at hand?"]);
        chat.Say("yes").Said[0].ShouldContain("Enter jo@acme.com");
        chat.Say("yes").Said.ShouldBe(["Good. Give it a moment to reach all systems…"]);
        chat.End("ok").Said.ShouldBe(["Now try to sign in with the new password.", "Did that solve it?"]);
        chat.Say("yes").Said.ShouldBe(["Glad to hear it.", "Is there anything else I can do for you?"]);
        chat.Say("no").Said.ShouldBe(["Have a good day!"]);
        chat.State.Episode!.Outcome.ShouldBe(EpisodeOutcome.Resolved);
    }

    [Fact]
    public async Task An_address_of_another_company_is_refused_and_a_human_may_break_in()
    {
        var chat = (await OpenAsync()).Begin().Say("I forgot my password");
        chat.Said.ShouldBe(["Which account is it? Please give me its e-mail address."]);
        chat.Say("jo@gmail.com").Said.ShouldBe(["I can only help with addresses that end in @acme.com. Which one is it?"]);
        chat.Say("talk to a human").Said.ShouldBe(["In a few words, what is wrong?"]);
    }

    [Fact]
    public async Task Guests_and_colleagues_get_their_own_wifi_in_Dutch_too()
    {
        var chat = await OpenAsync();
        chat.Person = new() { Id = "u", Name = "Jo", Language = "nl-BE" };
        chat.Begin().Said.ShouldBe(["Hoi Jo, ik ben de IT-assistent. Wat kan ik voor je doen?"]);
        chat.Say("de wifi werkt niet").Said.ShouldBe(["Waar wil je online?"]);
        chat.Say("Thuis").Said.ShouldBe(
        [
            "Start thuis eerst je router opnieuw. Werken andere apparaten wel, vergeet dan het netwerk op je laptop en maak opnieuw verbinding.",
            "Is het daarmee opgelost?",
        ]);
        chat.Say("nee").Said.ShouldBe(["Hoe dringend is het?"]);
        chat.Say("morgen of zo").Said.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_human_is_offered_after_the_second_miss()
    {
        var chat = (await OpenAsync()).Begin().Say("qwertz");
        chat.Said.ShouldBe(["Sorry, I did not get that. Could you say it in other words, or choose one of these?"]);
        chat.Say("asdf jkl").Said.ShouldBe(["I still do not understand, sorry. Shall I connect you with a colleague of the service desk?"]);
        chat.Say("yes").Said.ShouldBe(["In a few words, what is wrong?"]);
    }

    [Fact]
    public async Task A_person_without_a_name_is_greeted_all_the_same()
    {
        var chat = await OpenAsync();
        chat.Person = new() { Id = "u" };
        chat.Begin().Said.ShouldBe(["Hi, I am the IT assistant. What can I do for you?"]);
    }

    private static async Task<Chat> OpenAsync()
    {
        var source = await BotFolder.LoadAsync(Path.Combine(AppContext.BaseDirectory, "it-support"), Token);
        return new(BotReader.Read(source, Offers.Some).Bot.ShouldNotBeNull());
    }
}
