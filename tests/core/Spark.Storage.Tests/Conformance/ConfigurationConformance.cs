using System.Text;
using Spark.Runtime.Configuration;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance;

public abstract class ConfigurationConformance : StorageConformance
{
    private IConfigurationStore Store => Stores.Get<IConfigurationStore>();

    [Fact]
    public async Task What_was_set_is_read_back_by_a_new_process()
    {
        var secret = new byte[] { 1, 0, 255 };
        await Store.PutAsync(Item("servicenow", "{\"a\":1}") with { Sealed = secret, KeyId = "k1" }, null, Cancelled);
        await Store.PutAsync(new(ConfigurationKind.Escalation, "", "{}"u8.ToArray()), null, Cancelled);
        await Stores.ReopenAsync();

        var set = await Store.ReadAsync(Cancelled);

        set.Items.Count.ShouldBe(2);
        var credential = set.Items.Single(item => item.Kind == ConfigurationKind.Credential);
        (credential.Name, Encoding.UTF8.GetString(credential.Data), credential.KeyId, credential.Edition).ShouldBe(("servicenow", "{\"a\":1}", "k1", 1));
        credential.Sealed.ShouldBe(secret);
        set.Items.Single(item => item.Kind == ConfigurationKind.Escalation).Sealed.ShouldBeNull();
    }

    [Fact]
    public async Task Every_change_raises_the_revision_that_turns_are_loaded_with()
    {
        await Store.PutAsync(Item("a"), null, Cancelled);
        var afterPut = await Store.RevisionAsync(Cancelled);
        await Store.RemoveAsync(ConfigurationKind.Credential, "a", Cancelled);
        var afterRemove = await Store.RevisionAsync(Cancelled);
        await Store.RemoveAsync(ConfigurationKind.Credential, "a", Cancelled);

        (afterPut, afterRemove).ShouldBe((Revision + 1, Revision + 2));
        (await Stores.RevisionAsync()).ShouldBe(afterRemove);
        (await Store.ReadAsync(Cancelled)).Revision.ShouldBe(afterRemove);
    }

    [Fact]
    public async Task A_change_of_another_edition_than_the_expected_is_refused()
    {
        (await Store.PutAsync(Item("a", "first"), 0, Cancelled)).ShouldBe(1);
        (await Store.PutAsync(Item("a", "second"), 0, Cancelled)).ShouldBeNull();
        (await Store.PutAsync(Item("a", "second"), 1, Cancelled)).ShouldBe(2);
        (await Store.PutAsync(Item("a", "third"), 1, Cancelled)).ShouldBeNull();

        var only = (await Store.ReadAsync(Cancelled)).Items.ShouldHaveSingleItem();
        Encoding.UTF8.GetString(only.Data).ShouldBe("second");
        (await Store.RevisionAsync(Cancelled)).ShouldBe(Revision + 2);
    }

    [Fact]
    public async Task The_history_has_every_edition_and_no_secrets()
    {
        await Store.PutAsync(Item("a", "first") with { Sealed = [7], KeyId = "k1" }, null, Cancelled);
        await Store.PutAsync(Item("a", "second"), null, Cancelled);
        await Store.RemoveAsync(ConfigurationKind.Credential, "a", Cancelled);
        (await Store.PutAsync(Item("a", "third"), null, Cancelled)).ShouldBe(3);

        var history = await Store.HistoryAsync(ConfigurationKind.Credential, "a", Cancelled);

        history.Select(item => (item.Edition, Encoding.UTF8.GetString(item.Data), item.Sealed)).ShouldBe([(3, "third", null), (2, "second", null), (1, "first", null)]);
    }

    [Fact]
    public async Task Of_many_who_change_the_same_at_once_one_has_its_way()
    {
        var editions = await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
            await Store.PutAsync(Item("a", $"{number}"), 0, Cancelled)));

        editions.Count(edition => edition == 1).ShouldBe(1);
        editions.Count(edition => edition is null).ShouldBe(19);
    }

    private static ConfigurationItem Item(string name, string data = "{}") => new(ConfigurationKind.Credential, name, Encoding.UTF8.GetBytes(data));
}
