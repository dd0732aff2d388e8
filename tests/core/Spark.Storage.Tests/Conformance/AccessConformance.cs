using System.Security.Cryptography;
using Spark.Runtime.Access;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance;

/// <summary>API clients, their tokens and the audit.</summary>
public abstract class AccessConformance : StorageConformance
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    private IApiClientStore Clients => Stores.Get<IApiClientStore>();

    private IApiTokenStore Tokens => Stores.Get<IApiTokenStore>();

    private IAuditStore Audit => Stores.Get<IAuditStore>();

    [Fact]
    public async Task A_client_is_kept_as_it_was_made()
    {
        (await Clients.TryAddAsync(Client("a", "Ask Me"), Cancelled)).ShouldBeTrue();
        await Stores.ReopenAsync();

        var kept = (await Clients.FindAsync("a", Cancelled)).ShouldNotBeNull();
        kept.Name.ShouldBe("Ask Me");
        kept.Permissions.ShouldBe(["spark-api", "other"]);
        kept.PrincipalDomains.ShouldBe(["contoso.com", "contoso.ch"]);
        kept.CreatedAt.ShouldBe(Now);
        kept.SecretHash.ShouldBe(Hash("a"));
        kept.RevokedAt.ShouldBeNull();
        kept.PreviousHash.ShouldBeNull();
        (await Clients.FindAsync("b", Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_name_is_taken_once_and_free_again_when_its_client_was_revoked()
    {
        await Clients.TryAddAsync(Client("a", "Ask Me"), Cancelled);
        (await Clients.TryAddAsync(Client("b", "Ask Me"), Cancelled)).ShouldBeFalse();
        (await Clients.RevokeAsync("a", Now, Cancelled)).ShouldBeTrue();
        (await Clients.RevokeAsync("a", Now, Cancelled)).ShouldBeFalse();
        (await Clients.TryAddAsync(Client("b", "Ask Me"), Cancelled)).ShouldBeTrue();
        (await Clients.ListAsync(Cancelled)).Select(client => (client.Id, client.RevokedAt)).ShouldBe([("a", Now), ("b", (DateTimeOffset?)null)]);
    }

    [Fact]
    public async Task A_new_secret_leaves_the_one_before_for_a_while()
    {
        await Clients.TryAddAsync(Client("a", "Ask Me"), Cancelled);
        (await Clients.PutSecretAsync("a", Hash("second"), Now.AddHours(1), Cancelled)).ShouldBeTrue();
        (await Clients.PutSecretAsync("a", Hash("third"), Now.AddHours(2), Cancelled)).ShouldBeTrue();
        var kept = (await Clients.FindAsync("a", Cancelled))!;
        kept.SecretHash.ShouldBe(Hash("third"));
        kept.PreviousHash.ShouldBe(Hash("second"));
        kept.PreviousUntil.ShouldBe(Now.AddHours(2));
        (await Clients.PutSecretAsync("b", Hash("x"), Now, Cancelled)).ShouldBeFalse();
        await Clients.RevokeAsync("a", Now, Cancelled);
        (await Clients.PutSecretAsync("a", Hash("x"), Now, Cancelled)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_token_leads_to_its_client_until_it_expires()
    {
        await Clients.TryAddAsync(Client("a", "Ask Me"), Cancelled);
        await Tokens.PutAsync(Hash("token"), "a", Now.AddMinutes(15), Now, Cancelled);
        await Stores.ReopenAsync();

        (await Tokens.FindAsync(Hash("token"), Now.AddMinutes(14), Cancelled))!.Id.ShouldBe("a");
        (await Tokens.FindAsync(Hash("token"), Now.AddMinutes(15), Cancelled)).ShouldBeNull();
        (await Tokens.FindAsync(Hash("other"), Now, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_revoked_client_is_out_at_once_and_gets_no_token_any_more()
    {
        await Clients.TryAddAsync(Client("a", "Ask Me"), Cancelled);
        await Clients.TryAddAsync(Client("b", "Other"), Cancelled);
        await Tokens.PutAsync(Hash("a1"), "a", Now.AddMinutes(15), Now, Cancelled);
        await Tokens.PutAsync(Hash("b1"), "b", Now.AddMinutes(15), Now, Cancelled);
        await Clients.RevokeAsync("a", Now, Cancelled);
        await Tokens.PutAsync(Hash("a2"), "a", Now.AddMinutes(15), Now, Cancelled);
        (await Tokens.FindAsync(Hash("a1"), Now, Cancelled)).ShouldBeNull();
        (await Tokens.FindAsync(Hash("a2"), Now, Cancelled)).ShouldBeNull();
        (await Tokens.FindAsync(Hash("b1"), Now, Cancelled)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Expired_tokens_go_when_another_comes()
    {
        await Clients.TryAddAsync(Client("a", "Ask Me"), Cancelled);
        await Tokens.PutAsync(Hash("old"), "a", Now.AddMinutes(15), Now, Cancelled);
        await Tokens.PutAsync(Hash("new"), "a", Now.AddMinutes(45), Now.AddMinutes(30), Cancelled);
        (await Tokens.FindAsync(Hash("old"), Now, Cancelled)).ShouldBeNull();
        (await Tokens.FindAsync(Hash("new"), Now, Cancelled)).ShouldNotBeNull();
    }

    [Fact]
    public async Task The_audit_is_read_backwards_page_by_page()
    {
        for (var i = 1; i <= 5; i++)
        {
            await Audit.AddAsync(new(0, Now.AddMinutes(i), "admin", $"did.{i}", i == 1 ? null : $"s{i}", i == 1 ? null : "{\"n\":1}"), Cancelled);
        }

        await Stores.ReopenAsync();
        var page = await Audit.ListAsync(AuditSearch.All, long.MaxValue, 3, Cancelled);
        page.Select(entry => (entry.What, entry.Subject, entry.Details)).ShouldBe(
            [("did.5", "s5", "{\"n\":1}"), ("did.4", "s4", "{\"n\":1}"), ("did.3", "s3", "{\"n\":1}")]);
        page[0].At.ShouldBe(Now.AddMinutes(5));
        (await Audit.ListAsync(AuditSearch.All, page[^1].Number, 3, Cancelled)).Select(entry => (entry.What, entry.Subject, entry.Details)).ShouldBe(
            [("did.2", "s2", "{\"n\":1}"), ("did.1", null, null)]);
        (await Audit.ListAsync(new() { Text = "DID.4" }, long.MaxValue, 3, Cancelled)).ShouldHaveSingleItem().Subject.ShouldBe("s4");
        (await Audit.ListAsync(new() { Text = "s", From = Now.AddMinutes(3), Until = Now.AddMinutes(5) }, long.MaxValue, 9, Cancelled)).Select(entry => entry.What).ShouldBe(["did.4", "did.3"]);
    }

    private static byte[] Hash(string secret) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(secret));

    private static ApiClient Client(string id, string name) => new()
    {
        Id = id,
        Name = name,
        Permissions = ["spark-api", "other"],
        PrincipalDomains = ["contoso.com", "contoso.ch"],
        CreatedAt = Now,
        SecretHash = Hash(id),
    };
}
