export const secretFiles = {
  choose: 'Tài liệu mật',
  chooseFor: (heading: string) => `Đưa tài liệu mật vào: ${heading}`,
  heading: 'Đưa tài liệu mật lên',
  files: 'Chọn tệp',
  noFile: 'Hãy chọn ít nhất một tệp.',
  send: 'Đưa lên',
};
