using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Turns;

public sealed class ConversationCacheTests
{
    private readonly ConversationCache cache = new(1_024);

    [Fact]
    public void What_is_taken_out_is_gone_until_it_is_put_back()
    {
        var key = ConversationKey.Of("web", "c1");
        cache.Put(key, new(State: null, Sequence: 3, DuplicateOf: null));

        cache.Take(key)!.Sequence.ShouldBe(3);
        cache.Take(key).ShouldBeNull();
    }

    [Fact]
    public void A_node_alone_trusts_it_for_good()
    {
        Judge(100_000, isFresh: _ => true);

        cache.IsTrusted.ShouldBeTrue();
    }

    [Fact]
    public void A_turn_in_vain_now_and_then_does_not_end_the_trust()
    {
        Judge(10_000, isFresh: turn => turn % 10 != 0);

        cache.IsTrusted.ShouldBeTrue();
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Nodes_that_take_turns_soon_read_first(int nodes)
    {
        Judge(100, isFresh: turn => turn % nodes == 0);

        cache.IsTrusted.ShouldBeFalse();
    }

    [Fact]
    public void The_trust_comes_back_when_conversations_stay_where_they_are()
    {
        Judge(10_000, isFresh: _ => false);
        cache.IsTrusted.ShouldBeFalse();

        Judge(200, isFresh: _ => true);

        cache.IsTrusted.ShouldBeTrue();
    }

    private void Judge(int turns, Func<int, bool> isFresh)
    {
        for (var turn = 0; turn < turns; turn++)
        {
            cache.Judge(isFresh(turn));
        }
    }
}
