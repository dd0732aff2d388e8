using Spark.Understanding.Categories;

namespace Spark.Understanding.Tests.Categories;

public sealed class CategoryClassifierTests
{
    private static readonly CategoryClassifier Classifier = CategoryClassifier.Build(
    [
        new("hw-print", "Hardware > Printers", ["the printer on the third floor is jammed", "no toner left"]),
        new("hw-screen", "Hardware > Screens", ["my monitor stays black"]),
        new("net-wifi", "Network > Wi-Fi", ["no wireless connection in the meeting room"]),
        new("net-vpn", "Network > VPN", []),
        new("acc-pwd", "Accounts > Passwords", ["I forgot my password", "my account is locked"]),
    ]);

    [Theory]
    [InlineData("paper jam in the printer next to reception", "hw-print")]
    [InlineData("black monitor since this morning", "hw-screen")]
    [InlineData("the VPN drops every ten minutes", "net-vpn")]
    [InlineData("please reset my pasword", "acc-pwd")]
    [InlineData("wireless is very slow in room 4", "net-wifi")]
    public void The_best_category_comes_first(string ticket, string expected) =>
        Classifier.Propose(ticket)[0].Intent.ShouldBe(expected);

    [Fact]
    public void Nothing_is_proposed_for_a_text_of_which_nothing_is_known() => Classifier.Propose("漢字").ShouldBeEmpty();

    [Fact]
    public void Without_categories_nothing_is_proposed() => CategoryClassifier.Build([]).Propose("printer").ShouldBeEmpty();
}
