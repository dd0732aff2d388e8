using Spark.Engine.Conversations;
using Spark.Engine.Tests.Support;

namespace Spark.Engine.Tests.Reading;

/// <summary>Where an action's schema says that a field is a part of an address, what its expressions come to is encoded.</summary>
public sealed class PathsTests
{
    [Theory]
    [InlineData("jo", "/accounts/jo/unlock?by=jo")]
    [InlineData("a/../../admin", "/accounts/a%2F..%2F..%2Fadmin/unlock?by=a%2F..%2F..%2Fadmin")]
    [InlineData("//evil.example", "/accounts/%2F%2Fevil.example/unlock?by=%2F%2Fevil.example")]
    [InlineData("a?b=c#d&e", "/accounts/a%3Fb%3Dc%23d%26e/unlock?by=a%3Fb%3Dc%23d%26e")]
    [InlineData("ü %", "/accounts/%C3%BC%20%25/unlock?by=%C3%BC%20%25")]
    [InlineData("{x}", "/accounts/%7Bx%7D/unlock?by=%7Bx%7D")]
    public void No_value_adds_a_segment_a_query_or_a_host(string account, string path)
    {
        var read = Tiny.Read(
            Offers.Some,
            ("bot.yaml", "spark: 1\nbot: tiny\nlanguages: [en]\nconnections:\n  directory: { plugin: call }\nvariables: { who: { type: text } }\nevents: { started: start }\n"),
            ("dialogs/start.yaml", "dialog: start\nsteps:\n  - { id: q, ask: Who?, into: who }\n  - run: act\n    then: { done: { end: resolved } }\n"),
            ("actions/act.yaml", "action: act\nsteps:\n  - call: directory\n    post: /accounts/{who}/unlock?by={who}\n    body: { who: \"{who}\" }\n"));
        read.Errors().ShouldBeEmpty();

        var chat = new Chat(read.Bot.ShouldNotBeNull()).Begin().Say(account);

        var input = chat.Last.Effects.OfType<InvokeAction>().ShouldHaveSingleItem().Input;
        input["post"].AsString().ShouldBe(path);
        input["body"]["who"].AsString().ShouldBe(account);
    }
}
