using System.Text.Json;
using Spark.Channels;
using Spark.Runtime.People;
using Spark.Runtime.Privacy;
using Spark.Storage.Tests.Conformance.Support;

namespace Spark.Storage.Tests.Conformance;

public abstract class PeopleConformance : StorageConformance
{
    private static readonly KnownPerson Alex = new()
    {
        Id = "tenant/alex", PrincipalName = "Alex@Contoso.example", Email = "a.wilber@contoso.example", Name = "Alex Wilber",
        ConversationId = "a:1", ChannelDetails = JsonElement.Parse("""{"serviceUrl":"https://smba.example/"}"""),
    };

    private IPeopleStore People => Stores.Get<IPeopleStore>();

    [Fact]
    public async Task Nobody_is_known_before()
    {
        (await People.FindAsync("teams", Alex.Id, Cancelled)).ShouldBeNull();
        (await People.FindByAddressAsync("teams", new() { PrincipalName = Alex.PrincipalName }, Cancelled)).ShouldBeNull();
        (await People.FindByAddressAsync("teams", new(), Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task A_person_is_found_by_id_and_without_case_by_address_also_after_a_restart()
    {
        await PutAsync(Alex);
        await Stores.ReopenAsync();

        var found = await People.FindAsync("teams", Alex.Id, Cancelled);

        found.ShouldNotBeNull();
        (found with { ChannelDetails = null }).ShouldBe(Alex with { ChannelDetails = null });
        found.ChannelDetails!.Value.GetProperty("serviceUrl").GetString().ShouldBe("https://smba.example/");
        (await People.FindByAddressAsync("teams", new() { PrincipalName = "ALEX@contoso.EXAMPLE" }, Cancelled))!.Id.ShouldBe(Alex.Id);
        (await People.FindByAddressAsync("teams", new() { Email = "A.Wilber@Contoso.Example" }, Cancelled))!.Id.ShouldBe(Alex.Id);
        (await People.FindByAddressAsync("teams", new() { PrincipalName = "a.wilber@contoso.example" }, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task An_instance_knows_its_own_people_only()
    {
        await PutAsync(Alex);

        (await People.FindAsync("other", Alex.Id, Cancelled)).ShouldBeNull();
        (await People.FindByAddressAsync("other", new() { PrincipalName = Alex.PrincipalName }, Cancelled)).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_not_told_stays_and_what_is_told_is_replaced()
    {
        await PutAsync(Alex);
        await PutAsync(new KnownPerson { Id = Alex.Id, IsReachable = false });

        var gone = (await People.FindAsync("teams", Alex.Id, Cancelled))!;
        gone.IsReachable.ShouldBeFalse();
        gone.PrincipalName.ShouldBe(Alex.PrincipalName);
        gone.ConversationId.ShouldBe("a:1");

        await PutAsync(new KnownPerson { Id = Alex.Id, PrincipalName = "alex.w@contoso.example" });
        (await People.FindByAddressAsync("teams", new() { PrincipalName = Alex.PrincipalName }, Cancelled)).ShouldBeNull();
        (await People.FindByAddressAsync("teams", new() { PrincipalName = "alex.w@contoso.example" }, Cancelled))!.IsReachable.ShouldBeTrue();
    }

    [Fact]
    public async Task Of_two_with_one_address_the_last_written_is_found()
    {
        await PutAsync(Alex);
        Stores.Clock.Advance(TimeSpan.FromSeconds(1));
        await PutAsync(Alex with { Id = "tenant/new-alex" });

        (await People.FindByAddressAsync("teams", new() { PrincipalName = Alex.PrincipalName }, Cancelled))!.Id.ShouldBe("tenant/new-alex");
    }

    [Fact]
    public async Task A_whole_team_is_written_at_once()
    {
        KnownPerson[] team = [.. Enumerable.Range(0, 1_000).Select(i => new KnownPerson { Id = $"tenant/{i}", PrincipalName = $"p{i}@contoso.example" }), new() { Id = "tenant/7", Name = "Seven" }];

        await PutAsync(team);

        (await People.FindByAddressAsync("teams", new() { PrincipalName = "P999@contoso.example" }, Cancelled))!.Id.ShouldBe("tenant/999");
        (await People.FindAsync("teams", "tenant/7", Cancelled))!.Name.ShouldBe("Seven");
    }

    [Fact]
    public async Task Ids_and_addresses_as_long_as_four_kilobytes_are_remembered_whole_found_and_forgotten()
    {
        KnownPerson[] people = [.. Enumerable.Range(0, 4).Select(_ => Alex with { Id = TestTurns.LongId(), PrincipalName = TestTurns.LongId(), Email = TestTurns.LongId() })];
        await PutAsync(people);
        await PutAsync([.. people.Select(person => new KnownPerson { Id = person.Id, Name = "Sascha" })]);
        await PutAsync(Alex);

        foreach (var person in people)
        {
            (await People.FindAsync("teams", person.Id, Cancelled)).ShouldNotBeNull()
                .ShouldSatisfyAllConditions(found => found.Id.ShouldBe(person.Id), found => found.Name.ShouldBe("Sascha"), found => found.Email.ShouldBe(person.Email));
            (await People.FindByAddressAsync("teams", new() { PrincipalName = person.PrincipalName!.ToLowerInvariant() }, Cancelled))!.Id.ShouldBe(person.Id);
            (await People.FindByAddressAsync("teams", new() { Email = person.Email!.ToUpperInvariant() }, Cancelled))!.Id.ShouldBe(person.Id);
        }

        (await People.FindAsync("teams", people[0].Id + "x", Cancelled)).ShouldBeNull();
        (await RememberedAsync()).ShouldBe(people.Select(person => person.Id).Append(Alex.Id), ignoreOrder: true);
        await Stores.Get<IErasureStore>().ForgetAsync(new("teams", people[0].Id), Cancelled);
        (await RememberedAsync()).ShouldBe(people.Skip(1).Select(person => person.Id).Append(Alex.Id), ignoreOrder: true);
    }

    private async Task<IReadOnlyList<string>> RememberedAsync()
    {
        var ids = new List<string>();
        PersonAddressed? after = null;
        while (await Stores.Get<IPersonIndex>().RememberedAsync(after, 2, Cancelled) is { Count: > 0 } page && ids.Count < 100)
        {
            ids.AddRange(page.Select(one => one.Person.Id));
            after = page[^1].Face.Who;
        }

        return ids;
    }

    private async Task PutAsync(params KnownPerson[] people) => await People.PutAsync("teams", people, Stores.Clock.GetUtcNow(), Cancelled);
}
