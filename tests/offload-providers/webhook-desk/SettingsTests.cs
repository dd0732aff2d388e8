namespace Spark.Offload.WebhookDesk.Tests;

public sealed class SettingsTests
{
    private static WebhookDeskSettings Good() => new() { Url = new Uri("https://desk.example"), Token = "t" };

    [Fact]
    public void Good_settings_have_no_problems() => SettingsCheck.Problems(Good()).ShouldBeEmpty();

    [Fact]
    public void All_that_is_wrong_is_told_at_once() => SettingsCheck
        .Problems(Good() with { Url = new Uri("ftp://desk.example"), Token = " ", LeaseSeconds = 0 })
        .Select(problem => problem.Split(' ')[0]).ShouldBe(["url", "token", "leaseSeconds"]);

    [Fact]
    public void They_print_no_secrets() => (Good() with { Secret = "s3cret" }).ToString().ShouldBe("WebhookDeskSettings");

    [Fact]
    public void A_setting_that_is_left_out_keeps_its_default() =>
        System.Text.Json.JsonSerializer.Deserialize("""{"url":"https://desk.example","token":"t"}""", DeskJson.Default.WebhookDeskSettings)!.LeaseSeconds.ShouldBe(300);
}
