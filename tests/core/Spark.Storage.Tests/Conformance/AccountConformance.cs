using Spark.Runtime.Accounts;
using Spark.Runtime.Drafts;
using Spark.Runtime.Instances;
using Spark.Runtime.Views;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance;

public abstract class AccountConformance : StorageConformance
{
    private IAccountStore Accounts => Stores.Get<IAccountStore>();

    private ISessionStore Sessions => Stores.Get<ISessionStore>();

    private IDraftStore Drafts => Stores.Get<IDraftStore>();

    [Fact]
    public async Task Only_one_becomes_the_first_account()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Accounts.TryAddAsync(Account($"a{number}"), onlyFirst: true, Cancelled).AsTask()));

        made.Count(isMade => isMade).ShouldBe(1);
        (await Accounts.ListAsync(Cancelled)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Views_are_listed_everybodys_first_replaced_by_name_and_bounded()
    {
        var views = Stores.Get<IViewStore>();
        await Accounts.TryAddAsync(Account("ada"), onlyFirst: true, Cancelled);
        await Accounts.TryAddAsync(Account("bob") with { Role = Role.Reader }, onlyFirst: false, Cancelled);
        for (var number = 0; number < IViewStore.MostOfOne; number++)
        {
            (await views.TryPutAsync(new("bob", $"v{number:00}", "time=week"), Cancelled)).ShouldBeTrue();
        }

        (await views.TryPutAsync(new("bob", "one more", "time=week"), Cancelled)).ShouldBeFalse();
        (await views.TryPutAsync(new("bob", "v00", "state=open"), Cancelled)).ShouldBeTrue();
        (await views.TryPutAsync(new(SavedView.Everybody, "z", ""), Cancelled)).ShouldBeTrue();

        (await views.ListAsync("bob", Cancelled)).Count.ShouldBe(IViewStore.MostOfOne + 1);
        (await views.ListAsync("bob", Cancelled)).Take(2).ShouldBe([new SavedView("", "z", ""), new SavedView("bob", "v00", "state=open")]);
        (await views.ListAsync("ada", Cancelled)).ShouldBe([new SavedView("", "z", "")]);
        (await views.RemoveAsync("ada", "v00", Cancelled)).ShouldBeFalse();
        (await Accounts.RemoveAsync("bob", Cancelled)).ShouldBeTrue();
        (await views.ListAsync("bob", Cancelled)).ShouldBe([new SavedView("", "z", "")]);
    }

    [Fact]
    public async Task An_account_is_kept_changed_and_removed_with_its_sessions()
    {
        await Accounts.TryAddAsync(Account("ada"), onlyFirst: false, Cancelled);
        await Accounts.TryAddAsync(Account("bob") with { Role = Role.Reader }, onlyFirst: false, Cancelled);
        (await Accounts.TryAddAsync(Account("bob"), onlyFirst: false, Cancelled)).ShouldBeFalse();
        await Sessions.AddAsync(Session(1, "bob"), default, Cancelled);
        await Stores.ReopenAsync();

        (await Accounts.PutAsync(Account("bob") with { Role = Role.Designer, IsDisabled = true, Display = "Bob" }, before: null, Cancelled)).ShouldBeTrue();
        var bob = (await Accounts.FindAsync("bob", Cancelled))!;
        (bob.Role, bob.IsDisabled, bob.Display, bob.CreatedAt).ShouldBe((Role.Designer, true, "Bob", Stores.Clock.GetUtcNow()));
        (await Accounts.RemoveAsync("bob", Cancelled)).ShouldBeTrue();
        (await Accounts.RemoveAsync("bob", Cancelled)).ShouldBeFalse();
        (await Sessions.FindAsync(Id(1), Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task An_account_is_only_changed_while_it_is_what_was_read()
    {
        await Accounts.TryAddAsync(Account("ada"), onlyFirst: false, Cancelled);
        var read = Account("bob") with { Role = Role.Designer };
        await Accounts.TryAddAsync(read, onlyFirst: false, Cancelled);
        var limited = read with { Bots = ["hr"] };

        (await Accounts.PutAsync(limited, before: read, Cancelled)).ShouldBeTrue();
        Account[] old = [read, limited with { Display = "B" }, limited with { Role = Role.Reader }, limited with { Password = [9] }, limited with { IsDisabled = true }, limited with { Bots = ["hr", "it"] }];
        foreach (var before in old)
        {
            (await Accounts.PutAsync(limited with { Display = "late" }, before, Cancelled)).ShouldBeFalse();
        }

        (await Accounts.FindAsync("bob", Cancelled))!.Display.ShouldBe("bob");
        var both = await Task.WhenAll(
            Accounts.PutAsync(limited with { Display = "left" }, limited, Cancelled).AsTask(), Accounts.PutAsync(limited with { Display = "right" }, limited, Cancelled).AsTask());
        both.Count(isDone => isDone).ShouldBe(1);
        (await Accounts.PutAsync(read with { Display = "whatever" }, before: null, Cancelled)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_person_from_elsewhere_is_found_by_who_vouches_for_them_and_is_one_account()
    {
        var ada = Account("ada@contoso.com") with { Role = Role.Designer, Password = [], Issuer = "https://idp", Subject = "1", Bots = ["hr", "it"] };

        (await Accounts.TryAddAsync(ada, onlyFirst: false, Cancelled)).ShouldBeTrue();
        (await Accounts.TryAddAsync(ada with { Name = "another" }, onlyFirst: false, Cancelled)).ShouldBeFalse();
        await Accounts.PutAsync(ada with { Display = "Ada L.", Bots = ["hr"], Issuer = null, Subject = null }, before: null, Cancelled);
        var found = (await Stores.Get<IVouchedAccounts>().FindAsync("https://idp", "1", Cancelled))!;

        (found.Name, found.Display, found.Subject, found.Password.Length).ShouldBe(("ada@contoso.com", "Ada L.", "1", 0));
        found.Bots.ShouldBe(["hr"]);
        (await Stores.Get<IVouchedAccounts>().FindAsync("https://other", "1", Cancelled)).ShouldBeNull();
        (await Accounts.TryAddAsync(Account("root"), onlyFirst: true, Cancelled)).ShouldBeTrue();
        (await Accounts.TryAddAsync(Account("second"), onlyFirst: true, Cancelled)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_token_is_found_by_its_hash_until_it_is_removed()
    {
        var tokens = Stores.Get<IAccessTokenStore>();
        var now = Stores.Clock.GetUtcNow();
        var made = new AccessToken { Id = "t1", Name = "nightly", Hash = [1, 2, 3], Rights = ["SeeBots", "EditBots"], Bots = ["hr"], MadeBy = "ada", CreatedAt = now, ExpiresAt = now.AddDays(1) };

        await tokens.AddAsync(made, Cancelled);
        await tokens.AddAsync(made with { Id = "t2", Hash = [4], Bots = null }, Cancelled);
        await tokens.TouchAsync("t1", now.AddHours(1), Cancelled);
        var found = (await tokens.FindAsync([1, 2, 3], Cancelled))!;

        (found.Id, found.Name, found.MadeBy, found.CreatedAt, found.ExpiresAt, found.UsedAt).ShouldBe(("t1", "nightly", "ada", now, now.AddDays(1), now.AddHours(1)));
        found.Rights.ShouldBe(["SeeBots", "EditBots"]);
        found.Bots.ShouldBe(["hr"]);
        (await tokens.ListAsync(Cancelled)).Select(token => (token.Id, token.Bots is null, token.UsedAt is null)).ShouldBe([("t1", false, false), ("t2", true, true)]);
        (await tokens.RemoveAsync("t1", Cancelled)).ShouldBeTrue();
        (await tokens.RemoveAsync("t1", Cancelled)).ShouldBeFalse();
        (await tokens.FindAsync([1, 2, 3], Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task The_last_administrator_stays_whoever_presses_at_once()
    {
        string[] names = ["ada", "bob", "cem"];
        foreach (var name in names)
        {
            await Accounts.TryAddAsync(Account(name), onlyFirst: false, Cancelled);
        }

        var gone = await Task.WhenAll(
            Accounts.RemoveAsync("ada", Cancelled).AsTask(),
            Accounts.PutAsync(Account("bob") with { IsDisabled = true }, before: null, Cancelled).AsTask(),
            Accounts.PutAsync(Account("cem") with { Role = Role.Reader }, before: null, Cancelled).AsTask());

        gone.Count(isGone => isGone).ShouldBe(2);
        (await Accounts.ListAsync(Cancelled)).Count(account => account is { Role: Role.Administrator, IsDisabled: false }).ShouldBe(1);
    }

    [Fact]
    public async Task Sessions_are_found_until_they_end_or_are_forgotten()
    {
        var session = Session(1, "ada");
        await Sessions.AddAsync(session, default, Cancelled);
        await Sessions.AddAsync(Session(2, "ada"), default, Cancelled);
        var later = Stores.Clock.GetUtcNow().AddHours(1);
        await Sessions.TouchAsync(Id(1), later, Cancelled);

        await Sessions.AddAsync(Session(3, "bob") with { UsedAt = later }, later, Cancelled);

        (await Sessions.FindAsync(Id(1), Cancelled)).ShouldNotBeNull().ShouldSatisfyAllConditions(
            found => found.Account.ShouldBe("ada"),
            found => found.Csrf.ShouldBe(session.Csrf),
            found => found.CreatedAt.ShouldBe(session.CreatedAt),
            found => found.UsedAt.ShouldBe(later));
        (await Sessions.FindAsync(Id(2), Cancelled)).ShouldBeNull();
        await Sessions.RemoveOfAsync("ada", Cancelled);
        (await Sessions.FindAsync(Id(1), Cancelled)).ShouldBeNull();
        await Sessions.RemoveAsync(Id(3), Cancelled);
        (await Sessions.FindAsync(Id(3), Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_draft_is_only_saved_over_what_its_author_has_seen()
    {
        (await Drafts.TryPutAsync(Draft(0, "first"), Cancelled)).ShouldBeTrue();
        (await Drafts.TryPutAsync(Draft(0, "blind"), Cancelled)).ShouldBeFalse();
        var both = await Task.WhenAll(Drafts.TryPutAsync(Draft(1, "left"), Cancelled).AsTask(), Drafts.TryPutAsync(Draft(1, "right"), Cancelled).AsTask());
        both.Count(isSaved => isSaved).ShouldBe(1);
        await Stores.ReopenAsync();

        var found = (await Drafts.FindAsync("b", Cancelled))!;
        found.Number.ShouldBe(2);
        found.SavedBy.ShouldBe("Ada");
        found.Files["dialogs/ä.yaml"].ShouldBeOneOf("left", "right");
        await Drafts.RemoveAsync("b", Cancelled);
        (await Drafts.FindAsync("b", Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task Instances_are_kept_replaced_and_forgotten()
    {
        var instances = Stores.Get<IInstanceStore>();
        (await instances.PutAsync("web", [1, 2], before: null, Cancelled)).ShouldBeTrue();
        (await instances.PutAsync("web", [3], before: null, Cancelled)).ShouldBeFalse("somebody else has made it");
        (await instances.PutAsync("desk", [3], before: null, Cancelled)).ShouldBeTrue();
        (await instances.PutAsync("web", [4], before: [1], Cancelled)).ShouldBeFalse("somebody else has changed it");
        (await instances.PutAsync("web", [4], before: [1, 2], Cancelled)).ShouldBeTrue();
        await instances.RemoveAsync("desk", Cancelled);
        await Stores.ReopenAsync();

        var left = (await Stores.Get<IInstanceStore>().ListAsync(Cancelled)).ShouldHaveSingleItem();
        left.Key.ShouldBe("web");
        left.Value.ShouldBe([4]);
    }

    private Account Account(string name) => new()
    {
        Name = name, Display = name, Role = Role.Administrator, Password = [1, 2, 3], CreatedAt = Stores.Clock.GetUtcNow(),
    };

    private Session Session(byte id, string account) => new()
    {
        Id = Id(id), Account = account, Csrf = $"csrf {id}", CreatedAt = Stores.Clock.GetUtcNow(), UsedAt = Stores.Clock.GetUtcNow(),
    };

    private BotFilesDraft Draft(long number, string text) =>
        new("b", number, Stores.Clock.GetUtcNow(), "Ada", new Dictionary<string, string> { ["dialogs/ä.yaml"] = text });

    private static byte[] Id(byte id) => [.. Enumerable.Repeat(id, 32)];
}
