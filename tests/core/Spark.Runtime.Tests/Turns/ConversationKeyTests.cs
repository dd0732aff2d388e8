using Spark.Runtime.Turns;

namespace Spark.Runtime.Tests.Turns;

public sealed class ConversationKeyTests
{
    [Fact]
    public void The_key_is_the_same_in_every_process() =>
        ConversationKey.Of("web", "c1").ToString().ShouldBe(Expected("web", "c1"));

    [Fact]
    public void The_border_between_instance_and_id_counts() =>
        ConversationKey.Of("a", "bc").ShouldNotBe(ConversationKey.Of("ab", "c"));

    [Fact]
    public void Bytes_sort_as_keys_do()
    {
        var keys = Enumerable.Range(0, 100).Select(number => ConversationKey.Of("web", $"{number}")).ToList();

        var byKey = keys.Order().Select(key => Convert.ToHexString(key.ToBytes()));
        var byBytes = keys.Select(key => Convert.ToHexString(key.ToBytes())).Order(StringComparer.Ordinal);

        byKey.ShouldBe(byBytes);
        keys.ShouldAllBe(key => ConversationKey.FromBytes(key.ToBytes()) == key);
    }

    // Written out once more, so that a change of the key, which would orphan every stored conversation, is noticed.
    private static string Expected(string instance, string id)
    {
        byte[] bytes = [0, 0, 0, (byte)instance.Length, .. System.Text.Encoding.UTF8.GetBytes(instance + id)];
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))[..32];
    }
}
